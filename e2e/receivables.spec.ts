import { type APIRequestContext, expect as patient, test } from '@playwright/test';
import { arrive, reference } from './house.ts';

const expect = patient.configure({ timeout: 30_000 });

test.setTimeout(240_000);

/** Asks the API, without a screen. */
const ask = async (request: APIRequestContext, query: string, variables: object) => {
  const answer = await request.post(`${process.env.E2E_API_URL}/graphql`, { data: { query, variables } });
  return (await answer.json()).data;
};
const send = async (request: APIRequestContext, name: string, input: object): Promise<string> => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const fields = '__typename ... on CommandPayload { id } ... on Error { message }';
  const { sent } = await ask(request, `mutation ($input: ${type}!) { sent: ${name}(input: $input) { ${fields} } }`, {
    input,
  });
  expect(sent.__typename).toMatch(/Payload$/);
  return sent.id;
};

/** Somebody who has paid £15.30 in advance for an order; answers with how to pay again, and how the bank takes it back. */
const paidOrder = async (request: APIRequestContext, name: string) => {
  const address = { line1: '3 Low Road', city: 'Leeds', country: 'United Kingdom' };
  const customerId = await send(request, 'registerCustomer', { name, address });
  const orderId = await send(request, 'placeOrder', { order: { customerId, items: [{ sku: '85123A', quantity: 1 }] } });
  const read = async () =>
    (
      await ask(
        request,
        'query ($id: ID!) { order(id: $id) { invoiceStatus total { amount currency } payment { payments { id } } } }',
        { id: orderId },
      )
    )?.order;
  const pay = async () => {
    await expect.poll(read).toMatchObject({ total: { amount: expect.any(Number) } });
    const amount = (await read()).total;
    await send(request, 'recordIncomingPayment', { orderId, channel: 'bank', reference: reference(), amount });
    await expect.poll(async () => (await read()).invoiceStatus).toBe('PAID');
  };
  await pay();
  const bounce = async () => {
    const { payment } = await read();
    await send(request, 'failPayment', { paymentId: payment.payments[0].id, reason: 'No funds' });
  };
  return { pay, bounce };
};

test('whoever owes is listed with what is open, invoice by invoice, until it is paid', async ({ browser, request }) => {
  const name = `Owing ${crypto.randomUUID().slice(0, 8)}`;
  const { pay, bounce } = await paidOrder(request, name);
  await bounce();
  const ana = await arrive(browser, 'Ana', '/receivables');
  const { page } = ana;
  const row = page.getByRole('row', { name });
  await expect(row).toBeVisible();
  await row.getByRole('link', { name }).focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Open invoices of a customer' });
  await expect(panel).toContainText('due today');
  await expect(panel.getByRole('link', { name: /^INV-\d{4}-\d{6}$/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(row.getByRole('link', { name })).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(panel).toContainText('due today');
  await pay();
  await expect(panel).toContainText('Nothing is open any more.');
  await ana.expectCalm();
});
