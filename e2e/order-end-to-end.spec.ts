import { expect, test } from '@playwright/test';
import { arrive, part, placeOrder, reference, takePayment } from './house.ts';

/** Several people at several screens: a busy machine needs its time. */
test.setTimeout(120_000);

/** What one browser does, the other shows within a second, without being reloaded; on a slow build server within a few. */
const soon = { timeout: process.env.CI ? 5_000 : 1_000 };

test('an order goes from placed to delivered in one browser, and the other sees each step within a second', async ({
  browser,
}) => {
  const ben = await arrive(browser, 'Ben', '/orders');
  const ana = await arrive(browser, 'Ana', '/orders/new');

  const { number, customer } = await placeOrder(ana.page);
  await expect(ben.page.getByRole('button', { name: /\d+ new orders?/ })).toBeVisible(soon);

  const row = ben.page.getByRole('row', { name: new RegExp(number) });
  await ben.page.getByRole('button', { name: /\d+ new orders?/ }).click();
  await expect(row).toContainText(customer);
  await row.getByRole('link', { name: number }).click();
  const { page } = ben;
  const timeline = part(page, 'Timeline');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(number);
  await expect(page.getByRole('listitem').filter({ hasText: /^Confirmed/ })).toContainText('done');

  await test.step('pay', async () => {
    await takePayment(ana.page, { reference: reference() });
    await expect(ana.page.getByText(/^£.* recorded$/)).toBeVisible();
    await expect(part(page, 'Payment')).toContainText('Paid', soon);
    await expect(timeline).toContainText('Payment received', soon);
    await expect(timeline.getByText('Ana', { exact: false }).first()).toBeVisible(soon);
  });

  await test.step('invoice', async () => {
    await expect(part(page, 'Invoice')).toContainText(/INV-\d{4}-\d{6}/, soon);
    const link = part(page, 'Invoice').getByRole('link', { name: /Open PDF/ });
    await expect(link).toBeVisible();
    const document = await page.request.get((await link.getAttribute('href')) ?? '');
    expect(document.headers()['content-type']).toBe('application/pdf');
    expect((await document.body()).subarray(0, 5).toString()).toBe('%PDF-');
  });

  const steps: [button: string, toast: RegExp, state: string][] = [
    ['Pick', /is picked$/, 'Picked'],
    ['Pack', /is packed$/, 'Packed'],
    ['Dispatch…', /is on its way$/, 'Dispatched'],
    ['Confirm delivery', /has arrived$/, 'Delivered'],
  ];
  const acting = part(ana.page, 'Deliveries');
  for (const [button, toast, state] of steps) {
    await test.step(state, async () => {
      await acting.getByRole('button', { name: button }).click();
      if (state === 'Dispatched') {
        const dialog = ana.page.getByRole('dialog');
        await dialog.getByLabel('Carrier').fill('Parcelforce');
        await dialog.getByLabel('Tracking number').fill('PF 1234 5678');
        await dialog.getByRole('button', { name: 'Dispatch delivery' }).click();
      }
      await expect(ana.page.getByText(toast)).toBeVisible();
      await expect(part(page, 'Deliveries')).toContainText(state, soon);
    });
  }
  await expect(page.getByRole('main').getByText('Completed', { exact: true }).first()).toBeVisible(soon);
  await expect(page.getByRole('list', { name: 'Progress' }).getByText(': done')).toHaveCount(7);
  await ben.expectCalm();
});
