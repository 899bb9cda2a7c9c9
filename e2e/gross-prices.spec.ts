import { expect as patient, test } from '@playwright/test';
import { addProduct, arrive, startOrder } from './house.ts';

const expect = patient.configure({ timeout: 30_000 });

test('an order with prices that include VAT says so wherever its prices stand', async ({ browser }) => {
  const { page, expectCalm } = await arrive(browser, 'Gia', '/orders/new');
  const choice = page.getByRole('group', { name: 'Prices' });
  await expect(choice.getByRole('button', { name: 'Without VAT' })).toHaveAttribute('aria-pressed', 'true');
  await choice.getByRole('button', { name: 'With VAT' }).click();
  await startOrder(page);
  await expect(choice).toBeHidden();
  await addProduct(page, '85123A');
  await expect(page.getByText('Total incl. VAT')).toBeVisible();
  await page.getByRole('button', { name: 'Place order' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^ORD-/ })).toBeVisible();
  await expect(page.getByText(/Prices incl\. VAT/)).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Incl. VAT' })).toBeVisible();
  await expectCalm();
});
