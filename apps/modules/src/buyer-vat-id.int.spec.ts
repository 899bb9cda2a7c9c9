import { electronicInvoiceOf } from '@waybill/billing/module';
import { postgresCatalog } from '@waybill/catalog/module';
import { createPool } from '@waybill/db';
import { createEngine, type Engine } from '@waybill/engine';
import { createEventStore } from '@waybill/event-store';
import { newId } from '@waybill/kernel';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createModules } from './create-modules.ts';
import { takeDemoCompany } from './take-demo-company.ts';

const actor = { kind: 'user', id: 'ana', name: 'Ana' } as const;
const address = { line1: '7 Lark Lane', city: 'Leeds', postcode: 'LS1 4AP', country: 'United Kingdom' };
let database: TestDatabase;
let pool: Pool;
let engine: Engine;

beforeAll(async () => {
  database = await testDatabase();
  pool = createPool(database.url);
  engine = createEngine({
    pool,
    store: createEventStore(pool),
    modules: createModules({ pool, history: (...args) => engine.history(...args) }),
    masterKey: Buffer.alloc(32, 7),
  });
  await takeDemoCompany(engine.execute);
  const mug = { sku: 'MUG', description: 'Red mug', unitPrice: '2.55', currency: 'GBP', weightGrams: 300 };
  await postgresCatalog(pool).save({ ...mug, taxCode: 'STANDARD', taxRate: '20' }, { actor });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const send = async (type: string, data: Record<string, unknown>): Promise<string> => {
  const outcome = await engine.execute({ type, data, actor });
  if (outcome.status !== 'accepted') throw new Error(`${type}: ${outcome.refusal.message}`);
  return outcome.aggregateId;
};
const settle = async () => {
  for (let idle = false; !idle; ) {
    const drained = await Promise.all(engine.consumers.map((consumer) => consumer.drain(1_000)));
    idle = drained.every(({ handled, caughtUp }) => handled === 0 && caughtUp);
  }
};
const one = async (text: string, value: string) => (await pool.query(text, [value])).rows[0];
const invoiceOf = (orderId: string) =>
  one('select id, buyer_vat_id as "vatId" from billing.invoices where order_id = $1', orderId);
const place = async (customerId: string) => {
  const orderId = await send('PlaceOrder', { order: { customerId, items: [{ sku: 'MUG', quantity: 6 }] } });
  await settle();
  return orderId;
};
const pay = async (orderId: string) => {
  const payment = { channel: 'bank', reference: newId(), amount: 1_836, currency: 'GBP' };
  await send('RecordIncomingPayment', { orderReference: orderId, ...payment });
  await settle();
};

it('documents say the VAT id that the buyer had when they ordered, whatever it is changed to', async () => {
  const customerId = await send('RegisterCustomer', { name: 'Ada Ltd', address, vatId: 'gb 123 4567 89' });
  const orderId = await place(customerId);
  await send('ChangeCustomerVatId', { customerId, vatId: 'XI987654321' });
  await settle();
  await pay(orderId);
  const invoice = await invoiceOf(orderId);
  expect(invoice).toMatchObject({ vatId: 'GB123456789' });

  const amounts = [{ code: 'GOODWILL', description: 'Goodwill', amount: 100 }];
  await send('IssueCreditNote', { invoiceId: invoice.id, creditNoteId: newId(), amounts, reason: 'goodwill' });
  await settle();
  const credited = 'select buyer_vat_id as "vatId" from billing.credit_notes where invoice_id = $1';
  expect(await one(credited, invoice.id)).toEqual({ vatId: 'GB123456789' });

  const [issued] = await engine.history(`invoice-${invoice.id}`);
  expect(await electronicInvoiceOf(issued?.data)).toContain('<cbc:CompanyID>GB123456789</cbc:CompanyID>');

  const later = await place(customerId);
  await pay(later);
  expect(await invoiceOf(later)).toMatchObject({ vatId: 'XI987654321' });
  const customer = await one('select vat_id as "vatId" from customers.customers where id = $1', customerId);
  expect(customer).toEqual({ vatId: 'XI987654321' });
}, 60_000);

it('nowhere in the log it stands in plain', async () => {
  const customerId = await send('RegisterCustomer', { name: 'Bob', address, vatId: 'DE111222333' });
  await pay(await place(customerId));
  const told = `select count(*)::int as events, count(*) filter (where data::text like '%DE111222333%')::int as plain
    from es.events where data::text like '%' || $1 || '%'`;
  const { events, plain } = await one(told, customerId);
  expect(events).toBeGreaterThan(3);
  expect(plain).toBe(0);
}, 60_000);

it('somebody without one is invoiced without one', async () => {
  const orderId = await place(await send('RegisterCustomer', { name: 'Eve', address }));
  await pay(orderId);
  expect(await invoiceOf(orderId)).toMatchObject({ vatId: null });
}, 60_000);
