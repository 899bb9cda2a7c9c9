import { electronicInvoiceOf } from '@waybill/billing/module';
import { newId } from '@waybill/kernel';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OwnShop, ownShop } from './fixtures/own-database.ts';

const address = { line1: '7 Lark Lane', city: 'Leeds', postcode: 'LS1 4AP', country: 'United Kingdom' };
let shop: OwnShop;
beforeAll(async () => {
  shop = await ownShop();
});
afterAll(() => shop.close());

const one = async (text: string, value: string) => (await shop.database.pool.query(text, [value])).rows[0];
const invoiceOf = (orderId: string) =>
  one('select id, buyer_vat_id as "vatId" from billing.invoices where order_id = $1', orderId);
const place = async (customerId: string) => {
  const orderId = await shop.send('PlaceOrder', { order: { customerId, items: [{ sku: 'MUG', quantity: 6 }] } });
  await shop.settle();
  return orderId;
};
const pay = async (orderId: string) => {
  const payment = { channel: 'bank', reference: newId(), amount: 1_836, currency: 'GBP' };
  await shop.send('RecordIncomingPayment', { orderReference: orderId, ...payment });
  await shop.settle();
};

it('documents say the VAT id that the buyer had when they ordered, whatever it is changed to', async () => {
  const customerId = await shop.send('RegisterCustomer', { name: 'Ada Ltd', address, vatId: 'gb 123 4567 89' });
  const orderId = await place(customerId);
  await shop.send('ChangeCustomerVatId', { customerId, vatId: 'XI987654321' });
  await shop.settle();
  await pay(orderId);
  const invoice = await invoiceOf(orderId);
  expect(invoice).toMatchObject({ vatId: 'GB123456789' });

  const amounts = [{ code: 'GOODWILL', description: 'Goodwill', amount: 100 }];
  await shop.send('IssueCreditNote', { invoiceId: invoice.id, creditNoteId: newId(), amounts, reason: 'goodwill' });
  await shop.settle();
  const credited = 'select buyer_vat_id as "vatId" from billing.credit_notes where invoice_id = $1';
  expect(await one(credited, invoice.id)).toEqual({ vatId: 'GB123456789' });

  const [issued] = await shop.engine.history(`invoice-${invoice.id}`);
  expect(await electronicInvoiceOf(issued?.data)).toContain('<cbc:CompanyID>GB123456789</cbc:CompanyID>');

  const later = await place(customerId);
  await pay(later);
  expect(await invoiceOf(later)).toMatchObject({ vatId: 'XI987654321' });
  const customer = await one('select vat_id as "vatId" from customers.customers where id = $1', customerId);
  expect(customer).toEqual({ vatId: 'XI987654321' });
}, 60_000);

it('nowhere in the log it stands in plain', async () => {
  const customerId = await shop.send('RegisterCustomer', { name: 'Bob', address, vatId: 'DE111222333' });
  await pay(await place(customerId));
  const told = `select count(*)::int as events, count(*) filter (where data::text like '%DE111222333%')::int as plain
    from es.events where data::text like '%' || $1 || '%'`;
  const { events, plain } = await one(told, customerId);
  expect(events).toBeGreaterThan(3);
  expect(plain).toBe(0);
}, 60_000);

it('somebody without one is invoiced without one', async () => {
  const orderId = await place(await shop.send('RegisterCustomer', { name: 'Eve', address }));
  await pay(orderId);
  expect(await invoiceOf(orderId)).toMatchObject({ vatId: null });
}, 60_000);
