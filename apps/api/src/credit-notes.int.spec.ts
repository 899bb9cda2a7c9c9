import { newId } from '@waybill/kernel';
import { eventually } from '@waybill/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type House, startHouse } from './testing/start-house.ts';

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

const SOON = { within: 20_000 };
const address = { line1: '7 Lark Lane', city: 'Leeds', postcode: 'LS1 4AP', country: 'United Kingdom' };
const line = { kind: 'GOODS', sku: 'MUG', description: 'Red mug', taxCode: 'STANDARD', taxRate: '20', discount: 0 };

/** An invoice on credit over ten mugs, 24.00 with tax. */
const invoiced = async (): Promise<string> => {
  const [orderId, invoiceId] = [newId(), newId()];
  const actor = { kind: 'process', id: 'a-test', name: 'a test' } as const;
  const send = (type: string, data: Record<string, unknown>) => house.execute({ type, data, actor });
  const customer = { customerId: newId(), customerName: 'Ana Meyer', billingAddress: address };
  const lines = [{ ...line, lineId: 'L1', quantity: 10, unitPrice: '2.00', amount: 2_000 }];
  const order = { orderNumber: 'ORD-2026-000777', currency: 'GBP', terms: 'NET_30', channel: 'web' };
  await send('OpenBilling', { orderId, ...customer, ...order, lines });
  await send('IssueInvoice', { orderId, invoiceId, deliveryId: newId(), lines: [{ lineId: 'L1', quantity: 10 }] });
  return invoiceId;
};

const PARTS = `{ status terms dueDate open { amount } credited { amount } sentAt
  creditNotes { id number total { amount } documentUrl lines { lineId quantity amount { amount } } }
  availableActions { name allowed reason } history { type } }`;
const read = async (id: string) => (await house.ask(`query ($id: ID!) { invoice(id: $id) ${PARTS} }`, { id })).invoice;
const command = async (name: string, input: object) => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const fields =
    '__typename ... on InvoicePayload { id version invoice { status open { amount } } } ... on Error { code message }';
  return (await house.ask(`mutation ($input: ${type}) { ${name}(input: $input) { ${fields} } }`, { input }))[name];
};

it('an invoice on credit is sent, credited by lines and by an amount, and settled', async () => {
  const invoiceId = await invoiced();
  expect(await command('sendInvoice', { invoiceId })).toMatchObject({ __typename: 'InvoicePayload' });
  expect(await command('sendInvoice', { invoiceId })).toMatchObject({ __typename: 'InvoiceAlreadySent' });
  const early = await command('sendReminder', { invoiceId });
  expect(early).toMatchObject({ __typename: 'InvoiceNotDue', message: expect.stringContaining('wait until') });

  const lines = [{ lineId: 'L1', quantity: 4 }];
  expect(await command('issueCreditNote', { invoiceId, reason: 'four were broken', lines })).toMatchObject({
    invoice: { status: 'OPEN', open: { amount: 1_440 } },
  });
  const amounts = [{ description: 'Goodwill', amount: 440 }];
  await command('issueCreditNote', { invoiceId, reason: 'for the trouble', amounts });
  const tooMuch = [{ description: 'Everything again', amount: 2_400 }];
  expect(await command('issueCreditNote', { invoiceId, reason: 'more', amounts: tooMuch })).toMatchObject({
    code: 'CreditExceedsInvoice',
    message: expect.stringContaining('£10.00'),
  });
  const seen = await eventually(async () => {
    const invoice = await read(invoiceId);
    expect(invoice.creditNotes.map(({ documentUrl }: { documentUrl: string }) => documentUrl)).toEqual([
      expect.stringMatching(/^\/documents\/credit-notes\//),
      expect.stringMatching(/^\/documents\/credit-notes\//),
    ]);
    return invoice;
  }, SOON);
  expect(seen).toMatchObject({
    status: 'OPEN',
    terms: 'NET_30',
    open: { amount: 1_000 },
    credited: { amount: 1_400 },
    creditNotes: [
      { total: { amount: 960 }, lines: [{ lineId: 'L1', quantity: 4, amount: { amount: 800 } }] },
      { total: { amount: 440 }, lines: [{ lineId: null }] },
    ],
  });
  expect(seen.availableActions).toContainEqual({ name: 'issueCreditNote', allowed: true, reason: null });
  expect(seen.availableActions).toContainEqual(
    expect.objectContaining({ name: 'sendReminder', allowed: false, reason: early.message }),
  );

  const pdf = await fetch(house.url + seen.creditNotes[0].documentUrl);
  expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  const ubl = await eventually(async () => {
    const answer = await fetch(`${house.url}/documents/invoices/${invoiceId}.xml`);
    expect(answer.status).toBe(200);
    return answer.text();
  }, SOON);
  expect(ubl).toContain('<cbc:PayableAmount currencyID="GBP">24.00</cbc:PayableAmount>');
  expect(await command('issueCreditNote', { invoiceId, reason: 'all the rest' })).toMatchObject({
    invoice: { status: 'SETTLED', open: { amount: 0 } },
  });
  const { creditNotes } = await house.ask(
    'query ($id: ID!) { creditNotes(first: 10, filter: { invoiceId: $id }) { totalCount } }',
    { id: invoiceId },
  );
  expect(creditNotes.totalCount).toBe(3);
});

it('what is written off is open again when it is paid after all', async () => {
  const invoiceId = await invoiced();
  expect(await command('writeOffInvoice', { invoiceId, reason: 'bankrupt' })).toMatchObject({
    invoice: { status: 'WRITTEN_OFF', open: { amount: 0 } },
  });
  const data = { invoiceId, allocationId: newId(), amount: 500, currency: 'GBP' };
  await house.execute({ type: 'AllocatePayment', data, actor: { kind: 'process', id: 't', name: 't' } });
  await eventually(
    async () => expect(await read(invoiceId)).toMatchObject({ status: 'OPEN', open: { amount: 1_900 } }),
    SOON,
  );
});
