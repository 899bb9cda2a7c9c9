import { type Page, expect as patient, test } from '@playwright/test';
import { addProduct, arrive, part, placeOrder, reference, startOrder, takePayment } from './house.ts';

const expect = patient.configure({ timeout: 30_000 });

/** Several steps at several screens: a busy machine needs its time. */
test.setTimeout(240_000);

const choose = async (page: Page, entry: string) => {
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
};
const giveReason = async (page: Page, label: string, reason: string, confirm: string) => {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(label).fill(reason);
  await dialog.getByRole('button', { name: confirm }).click();
  await expect(dialog).toBeHidden();
};

test('an order is held with a reason, noted, cancelled in part and refunded, and the other screen tells it', async ({
  browser,
}) => {
  const ana = await arrive(browser, 'Ana', '/orders/new');
  const { page } = ana;
  await placeOrder(page, 6);
  const ben = await arrive(browser, 'Ben', new URL(page.url()).pathname);
  await takePayment(page, { reference: reference() });
  await expect(part(page, 'Invoice')).toContainText(/INV-/);

  await test.step('hold and release', async () => {
    await page.getByRole('button', { name: 'Hold order' }).click();
    await giveReason(page, 'Reason', 'The address is odd', 'Hold order');
    await expect(ben.page.getByText('On hold: The address is odd · Ana')).toBeVisible();
    await ben.page.getByRole('button', { name: 'Release order' }).click();
    await expect(page.getByText('The address is odd · Ana')).toBeHidden();
  });

  await test.step('two of six are not wanted: what was paid for them goes back', async () => {
    await choose(page, 'Cancel some pieces…');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Cancel these pieces' }).click();
    await expect(dialog.getByRole('alert')).toContainText('Say how many');
    await dialog.getByRole('spinbutton').fill('2');
    await giveReason(page, 'Reason', 'Two too many', 'Cancel these pieces');
    const cancellations = part(ben.page, 'Cancellations');
    await expect(cancellations).toContainText('2 × 85123A');
    await expect(cancellations).toContainText('Cancelled');
    await expect(part(ben.page, 'Payment').getByRole('list', { name: 'Refunds' })).toBeVisible();
  });

  await test.step('a note', async () => {
    await choose(page, 'Add a note…');
    await giveReason(page, 'Note', 'Rang her: she wants it on Friday', 'Add note');
    await expect(part(ben.page, 'Notes')).toContainText('she wants it on Friday');
  });

  await test.step('what cannot be done any more says why', async () => {
    await page.getByRole('button', { name: 'More' }).click();
    await expect(page.getByRole('menuitem', { name: /Change payment terms/ })).toContainText(/draft|placed/);
    await page.keyboard.press('Escape');
  });

  await test.step('goodwill on the invoice', async () => {
    await part(page, 'Invoice')
      .getByRole('button', { name: /^Goodwill/ })
      .click();
    await page
      .getByRole('dialog')
      .getByLabel(/Amount with tax/)
      .fill('0.50');
    await giveReason(page, 'Reason', 'Came late', 'Issue credit note');
    // It was paid in full: what is credited goes back.
    await expect(part(page, 'Payment').getByRole('list', { name: 'Refunds' })).toContainText('£0.50');
  });
  await ben.expectCalm();
});

test('a payment bounces: the order is owed its money again, and its goods stay until it is there', async ({
  browser,
}) => {
  const ana = await arrive(browser, 'Ana', '/orders/new');
  const { page } = ana;
  await placeOrder(page);
  const paid = reference();
  await takePayment(page, { reference: paid });
  await page.getByRole('button', { name: `Bounced…: payment ${paid}` }).click();
  await giveReason(page, 'What the bank said', 'Account closed', 'Record as bounced');
  await expect(part(page, 'Payment')).toContainText('Bounced: Account closed');
  await expect(part(page, 'Deliveries')).toContainText('On hold: Not paid in full any more');
  await takePayment(page, { reference: reference() });
  await expect(part(page, 'Deliveries')).not.toContainText('On hold');
});

test('what left already is not cancelled: the prepared return is asked for by one click', async ({ browser }) => {
  const ana = await arrive(browser, 'Ana', '/orders/new');
  const { page } = ana;
  await placeOrder(page, 3);
  await takePayment(page, { reference: reference() });
  const deliveries = part(page, 'Deliveries');
  for (const verb of ['Pick', 'Pack']) await deliveries.getByRole('button', { name: verb, exact: true }).click();
  await deliveries.getByRole('button', { name: 'Dispatch…' }).click();
  await page.getByRole('dialog').getByLabel('Carrier').fill('Parcelforce');
  await page.getByRole('dialog').getByLabel('Tracking number').fill('PF 1');
  await page.getByRole('dialog').getByRole('button', { name: 'Dispatch delivery' }).click();
  await expect(deliveries).toContainText('Dispatched');

  await page.getByRole('button', { name: 'Cancel order' }).click();
  await giveReason(page, 'Reason', 'Changed her mind', 'Cancel order');
  const cancellations = part(page, 'Cancellations');
  await expect(cancellations).toContainText('Too late');
  await cancellations.getByRole('button', { name: 'Return instead' }).click();
  await expect(cancellations).toContainText('Return asked for');
});

test('terms, a discount and what happens when goods are short are agreed on before it is placed', async ({
  browser,
}) => {
  const ana = await arrive(browser, 'Ana', '/orders/new');
  const { page } = ana;
  await startOrder(page);
  await addProduct(page, '85123A');
  const summary = part(page, 'Summary');
  await summary.getByLabel('Payment terms').selectOption('NET_14');
  await summary.getByLabel('If goods are short').selectOption('CANCEL');
  await summary.getByRole('button', { name: 'Add a discount' }).click();
  await summary.getByLabel('Off', { exact: true }).fill('ten');
  await summary.getByRole('button', { name: 'Take off' }).click();
  await expect(summary.getByRole('alert')).toContainText('Give per cent such as 10 %');
  await summary.getByLabel('Off', { exact: true }).fill('10 %');
  await summary.getByLabel('As it stands on the invoice').fill('Welcome');
  await summary.getByRole('button', { name: 'Take off' }).click();
  await expect(summary).toContainText('Welcome · 10 %');
  await page.getByRole('button', { name: 'Place order' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^ORD-/ })).toBeVisible();
  const lines = part(page, 'Lines').first();
  await expect(lines).toContainText('14 days after the invoice');
  await expect(lines).toContainText('it is cancelled');
  await expect(lines).toContainText('Welcome · 10 %');
  await ana.expectCalm();
});
