import { expect as patient, test } from '@playwright/test';
import { addProduct, arrive, part, startOrder } from './house.ts';

const expect = patient.configure({ timeout: 30_000 });

/** The note on the page of the order, and who held it. */
const why = /On hold: Over the credit limit by £7\.70 · /;

/** Several steps at several screens: a busy machine needs its time. */
test.setTimeout(240_000);

test('an order that is too much for its customer is held with the figures, and goes on when somebody says why', async ({
  browser,
}) => {
  const ana = await arrive(browser, 'Ana', '/orders/new');
  const { page } = ana;
  const customer = await startOrder(page);
  const ben = await arrive(browser, 'Ben', `/customers?q=${encodeURIComponent(customer)}`);

  await test.step('the limit is set on the page of customers', async () => {
    await ben.page.getByRole('button', { name: `Credit of ${customer}` }).click();
    const dialog = ben.page.getByRole('dialog');
    await dialog.getByLabel('Limit').fill('plenty');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByRole('alert')).toContainText('an amount like');
    await dialog.getByLabel('Limit').fill('10');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
    await expect(ben.page.getByRole('row', { name: customer })).toContainText('£0.00 of £10.00');
  });

  await test.step('the order says what it is over, and the customer what waits', async () => {
    const terms = page.getByLabel('Payment terms');
    await terms.selectOption('NET_14');
    await expect(terms).toHaveValue('NET_14');
    await addProduct(page, '85123A');
    const pieces = page.getByRole('textbox', { name: /^Quantity of/ });
    await pieces.fill('6');
    await pieces.press('Enter');
    // The draft is shown as it is: it is placed as it was seen.
    await expect(part(page, 'Summary')).toContainText('£17.70');
    await page.getByRole('button', { name: 'Place order' }).click();
    await expect(page.getByText(why)).toBeVisible();
    await expect(page.getByRole('definition').filter({ hasText: '£10.00' }).first()).toBeVisible();
    await ben.page.getByRole('button', { name: `Credit of ${customer}` }).click();
    await expect(ben.page.getByRole('dialog')).toContainText('in 1 order');
  });

  await test.step('a person lets it go on, and says why', async () => {
    await page.getByRole('button', { name: 'Release order' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Release over the limit' }).click();
    await expect(dialog.getByRole('alert')).toContainText('Say why');
    await dialog.getByLabel('Reason').fill('They pay on Friday');
    await dialog.getByRole('button', { name: 'Release over the limit' }).click();
    await expect(page.getByText(why)).toBeHidden();
    await expect(ben.page.getByRole('dialog').getByRole('img', { name: /of £10.00 used$/ })).toBeVisible();
  });

  await ana.expectCalm();
  await ben.expectCalm();
});
