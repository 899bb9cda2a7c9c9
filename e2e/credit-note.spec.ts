import { expect, test } from '@playwright/test';
import { complaintsOf } from './house.ts';

/** A worker that renders documents for a whole day of orders needs its time. */
test.setTimeout(240_000);
const patient = { timeout: 30_000 };

test('an invoice is credited from its own page, and the credit note is listed', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.goto('/invoices');
  const invoice = page.getByRole('link', { name: /^(INV|HIST)-\d{4}-\d{6}$/ }).first();
  const number = (await invoice.textContent(patient)) ?? '';
  await invoice.click();
  await expect(page.getByRole('heading', { level: 1, name: number })).toBeVisible(patient);

  await page.getByRole('button', { name: 'Issue credit note' }).click();
  const dialog = page.getByRole('dialog', { name: `Credit ${number}` });
  await dialog.getByRole('button', { name: 'Issue credit note' }).click();
  await expect(dialog.getByText('Say why it is credited.')).toBeVisible();
  await dialog.getByLabel(/Amount with tax/).fill('0.50');
  await dialog.getByLabel('Reason', { exact: true }).fill('Something was scratched');
  await dialog.getByLabel('Reason', { exact: true }).press('Enter');
  await expect(dialog).toBeHidden(patient);

  const credits = page.getByRole('region', { name: 'Credit notes' });
  await expect(credits).toContainText(/H?CRN-\d{4}-\d{6}/, patient);
  await expect(credits).toContainText('Something was scratched');
  await expect(credits.getByRole('link', { name: /Open PDF/ })).toBeVisible(patient);

  await page.goto('/credit-notes');
  await expect(page.getByRole('row', { name: /Something was scratched/ })).toContainText(number, patient);
  expect(complaints).toEqual([]);
});
