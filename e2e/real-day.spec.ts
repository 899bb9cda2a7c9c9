import { expect as patient, test } from '@playwright/test';
import { expectLive, part } from './house.ts';

/** A page is read for the first time: on a busy machine that takes its while. */
const expect = patient.configure({ timeout: 30_000 });

test('the overview shows the real day: 127 orders worth £58,960.79', async ({ page }) => {
  await page.goto('/');
  await expectLive(page);
  const figure = (label: string) =>
    part(page, label).getByRole('table', { name: label }).getByRole('row').filter({ hasText: '1 December 2010' });
  await expect(figure('Revenue by day')).toContainText('£58,960.79');
  await expect(figure('Orders by day')).toContainText('127');
});

test('every one of the 127 orders can be scrolled to', async ({ page }) => {
  await page.goto('/orders');
  const rows = page.getByRole('table', { name: 'Orders' }).locator('tr[data-row]').filter({ hasText: '1 Dec 2010' });
  await expect(rows.first()).toBeVisible();
  await expect(async () => {
    await page.mouse.wheel(0, 20_000);
    await expect(page.getByText('that is all of them')).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
  await expect(rows).toHaveCount(127);
});

test('a list is walked by j and k and opened by Enter', async ({ page }) => {
  await page.goto('/orders?view=TO_SHIP');
  const links = page.locator('a[data-row-link]');
  await expect(links.nth(2)).toBeVisible();
  const number = (await links.nth(1).textContent()) ?? '';
  for (const key of ['j', 'j', 'j', 'k', 'Enter']) await page.keyboard.press(key);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(number);
});

test('everything is found from the command palette', async ({ page }) => {
  await page.goto('/');
  await expectLive(page);
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder(/Search orders/).fill('ORD-2026-000042');
  await page.getByRole('option', { name: /ORD-2026-000042/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('ORD-2026-000042');
});

test('a search that finds nothing says so', async ({ page }) => {
  for (const [path, title] of [
    ['/orders?q=zzzz', 'No order matches'],
    ['/invoices?q=zzzz', 'No invoice matches'],
    ['/customers?q=zzzz', 'No customer matches'],
    ['/products?q=zzzz', 'No product matches'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByText(title)).toBeVisible();
  }
});
