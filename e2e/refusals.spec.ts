import { type Page, expect as patient, test } from '@playwright/test';
import { addProduct, arrive, part, placeOrder, reference, startOrder, takePayment } from './house.ts';

const expect = patient.configure({ timeout: 30_000 });

/** Several people at several screens: a busy machine needs its time. */
test.setTimeout(120_000);

test('quantities that make no sense are refused at the line, with the reason', async ({ browser }) => {
  const ana = await arrive(browser, 'Ana', '/orders/new');
  const { page } = ana;
  await startOrder(page);
  await addProduct(page, '85123A');
  const pieces = page.getByRole('textbox', { name: /^Quantity of/ });
  const wrong = part(page, 'Lines').getByRole('alert');
  for (const quantity of ['0', '-1', '1.5', '1000000000']) {
    await pieces.fill(quantity);
    await pieces.press('Enter');
    await expect(wrong).toBeVisible();
    await expect(wrong).not.toBeEmpty();
    await pieces.press('Escape');
    await expect(pieces).toHaveValue('1');
  }
  await expect(page.getByText(/draft kept$/)).toBeVisible();
  await ana.expectCalm();
});

test('money is never refused: too little is part paid, too much waits to be matched', async ({ browser }) => {
  const ana = await arrive(browser, 'Ana', '/orders/new');
  const { page } = ana;
  await placeOrder(page);
  const first = reference();
  await takePayment(page, { reference: first, amount: '1.00' });
  await expect(part(page, 'Payment')).toContainText('Part paid');

  await test.step('the same reference with another amount is shown at the field', async () => {
    await takePayment(page, { reference: first, amount: '2.00' });
    await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
    await page.getByRole('button', { name: 'Keep as it is' }).click();
  });

  const second = reference();
  await takePayment(page, { reference: second, amount: '500' });
  await expect(part(page, 'Payment')).toContainText('Paid');
  await page.getByRole('link', { name: 'Payments to match' }).click();
  await expect(page.getByRole('row').filter({ hasText: second })).toContainText('More than was open');
});

test('an order cancelled in one browser is cancelled in the other, with the reason', async ({ browser }) => {
  const ana = await arrive(browser, 'Ana', '/orders/new');
  await placeOrder(ana.page);
  const ben = await arrive(browser, 'Ben', new URL(ana.page.url()).pathname);
  await ana.page.getByRole('button', { name: 'Cancel order' }).click();
  const dialog = ana.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Cancel order' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Say why');
  await dialog.getByLabel('Reason').fill('Ordered twice');
  await dialog.getByRole('button', { name: 'Cancel order' }).click();
  await expect(ben.page.getByRole('main').getByText('Cancelled', { exact: true }).first()).toBeVisible();
  await ben.expectCalm();
});

test('what someone else did since a form was opened is said, and nothing is done twice', async ({ browser }) => {
  const ana = await arrive(browser, 'Ana', '/orders/new');
  await placeOrder(ana.page);
  await takePayment(ana.page, { reference: reference() });
  const ben = await arrive(browser, 'Ben', new URL(ana.page.url()).pathname);
  for (const verb of ['Pick', 'Pack']) await part(ana.page, 'Deliveries').getByRole('button', { name: verb }).click();

  const dispatch = async (page: Page, carrier: string) => {
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Carrier').fill(carrier);
    await dialog.getByLabel('Tracking number').fill('PF 1');
    await dialog.getByRole('button', { name: 'Dispatch delivery' }).click();
  };
  for (const { page } of [ana, ben]) {
    await part(page, 'Deliveries').getByRole('button', { name: 'Dispatch…' }).click();
  }
  await dispatch(ben.page, 'Parcelforce');
  await expect(ana.page.getByText(/Parcelforce/)).toBeVisible();
  await dispatch(ana.page, 'Royal Mail');
  await expect(ana.page.getByText('Changed since you opened it')).toBeVisible();
  await expect(ana.page.getByText(/Delivery dispatched \(Ben\)/)).toBeVisible();
  await expect(ana.page.getByText(/Royal Mail/)).toHaveCount(0);
});

test('offline is shown, and what happened meanwhile is caught up on', async ({ browser }) => {
  const ana = await arrive(browser, 'Ana', '/orders/new');
  await placeOrder(ana.page);
  const ben = await arrive(browser, 'Ben', new URL(ana.page.url()).pathname);
  await ben.page.context().setOffline(true);
  await expect(ben.page.getByText('nothing is lost')).toBeVisible();
  await takePayment(ana.page, { reference: reference() });
  await expect(part(ana.page, 'Payment')).toContainText('Paid');
  await ben.page.context().setOffline(false);
  await expect(part(ben.page, 'Payment')).toContainText('Paid');
});
