import { postgresCatalog } from '@waybill/catalog/module';
import { customersModule, postgresCustomerNumbers, postgresCustomers } from '@waybill/customers/module';
import { createPool } from '@waybill/db';
import { createEngine, type Engine } from '@waybill/engine';
import { createEventStore } from '@waybill/event-store';
import { newId } from '@waybill/kernel';
import { postgresOrderNumbers, postgresOrders, salesModule } from '@waybill/sales/module';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reportingModule } from './module.ts';

const ana = { kind: 'user', id: 'ana', name: 'Ana' } as const;
const leeds = { line1: '1 Mill Lane', city: 'Leeds', country: 'United Kingdom' };
const mug = {
  sku: 'MUG',
  description: 'Red mug',
  unitPrice: '2.55',
  currency: 'GBP',
  taxCode: 'STANDARD',
  taxRate: '20',
  weightGrams: 300,
};
let database: TestDatabase;
let pool: Pool;
let engine: Engine;

beforeAll(async () => {
  database = await testDatabase();
  pool = createPool(database.url);
  const history = (streamId: string) => engine.history(streamId);
  const modules = [
    customersModule({ numbers: postgresCustomerNumbers(pool) }),
    salesModule({
      products: postgresCatalog(pool),
      customers: postgresCustomers(pool, history),
      numbers: postgresOrderNumbers(pool),
      orders: postgresOrders(pool, history),
      taxRates: { list: async () => [{ taxCode: mug.taxCode, taxRate: mug.taxRate }] },
    }),
    reportingModule(),
  ];
  engine = createEngine({ pool, store: createEventStore(pool), modules, masterKey: Buffer.alloc(32, 7) });
  await postgresCatalog(pool).save(mug, { actor: ana });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const send = async (type: string, data: Record<string, unknown>, occurredAt = new Date('2010-12-01T08:26:00Z')) => {
  const outcome = await engine.execute({ type, data, actor: ana, occurredAt });
  return outcome.status === 'accepted' ? outcome.aggregateId : outcome.refusal.code;
};
const settle = async () => {
  for (let idle = false; !idle; ) {
    const drained = await Promise.all(engine.consumers.map((consumer) => consumer.drain(1_000)));
    idle = drained.every(({ handled, caughtUp }) => handled === 0 && caughtUp);
  }
};
const rows = async (statement: string, ...values: unknown[]) => (await pool.query(statement, values)).rows;

it('leads an order from its draft to the board, by what clients send', async () => {
  const customerId = await send('RegisterCustomer', { name: 'Ada Ltd', address: leeds });
  // Nothing is folded yet: what the tables do not know, the streams do.
  const orderId = await send('DraftOrder', { customerId });
  expect(await send('AddItemToOrder', { orderId, sku: 'mug', quantity: 6 })).toBe(orderId);
  expect(await send('AddChargeToOrder', { orderId, code: 'POST', unitPrice: '4.00' })).toBe(orderId);
  expect(await send('SetBillingAddress', { orderId, address: { country: 'France' } })).toBe(orderId);
  await settle();
  expect(
    await rows('select order_status, line_count, total from reporting.order_board where id = $1', orderId),
  ).toEqual([{ order_status: 'DRAFT', line_count: 2, total: 2316 }]);
  expect(await send('PlaceOrder', { orderId })).toBe(orderId);
  await settle();
  expect(
    await rows(
      'select number, order_status, customer_name, total, search from reporting.order_board where id = $1',
      orderId,
    ),
  ).toEqual([
    {
      number: expect.stringMatching(/^ORD-\d{4}-000001$/),
      order_status: 'PLACED',
      customer_name: 'Ada Ltd',
      total: 2316,
      search: expect.stringMatching(/^ord-\d{4}-000001 ada ltd mug post$/),
    },
  ]);
  expect(await rows('select status, lines, billing_address, version from sales.orders where id = $1', orderId)).toEqual(
    [
      {
        status: 'PLACED',
        version: 9,
        billing_address: { country: 'France' },
        lines: [
          expect.objectContaining({ sku: 'MUG', quantity: 6, amount: 1530, weightGrams: 300 }),
          expect.objectContaining({ sku: 'POST', kind: 'CHARGE', amount: 400 }),
        ],
      },
    ],
  );
  expect(await rows('select name, number, country from customers.customers where id = $1', customerId)).toEqual([
    { name: 'Ada Ltd', number: 'CUS-000001', country: 'United Kingdom' },
  ]);
});

it('counts a whole order for its day until it is cancelled', async () => {
  const customerId = await send('RegisterCustomer', { name: 'Bob Ltd', address: leeds });
  const order = { customerId, items: [{ sku: 'MUG', quantity: 1 }] };
  const at = new Date('2011-06-30T23:30:00Z');
  const orderId = await send('PlaceOrder', { order }, at);
  await send('PlaceOrder', { order }, at);
  await settle();
  const day = () =>
    rows(`select day::text, orders, total, cancelled from reporting.daily_sales where id = '2011-07-01 GBP'`);
  expect(await day()).toEqual([{ day: '2011-07-01', orders: 2, total: 612, cancelled: 0 }]);
  await send('CancelOrder', { orderId, reason: 'changed my mind' });
  await send('RecordCancellation', { orderId });
  await settle();
  expect(await day()).toEqual([{ day: '2011-07-01', orders: 1, total: 306, cancelled: 1 }]);
});

it('keeps a refused command with its reason, and changes nothing else', async () => {
  const customerId = await send('RegisterCustomer', { name: 'Cleo Ltd', address: leeds });
  const whole = (over: object) => ({ order: { customerId, items: [{ sku: 'MUG', quantity: 1 }], ...over } });
  const bad = [
    [whole({ items: [] }), 'OrderEmpty'],
    [whole({ items: [{ sku: 'TEAPOT', quantity: 1 }] }), 'ProductUnknown'],
    [whole({ items: [{ sku: 'MUG', quantity: 0 }] }), 'QuantityNotAllowed'],
    [whole({ items: [{ sku: 'MUG', quantity: -1 }] }), 'QuantityNotAllowed'],
    [whole({ items: [{ sku: 'MUG', quantity: 1e9 }] }), 'QuantityNotAllowed'],
    [whole({ items: [{ sku: 'MUG', quantity: 1.5 }] }), 'QuantityNotAllowed'],
    [whole({ currency: 'EUR' }), 'CurrencyMismatch'],
    [whole({ customerId: newId() }), 'CustomerUnknown'],
    [{ orderId: newId() }, 'OrderUnknown'],
    [whole({ items: [{ sku: 'MUG', quantity: 1, unitPrice: '-2.55' }] }), 'InvalidInput'],
  ] as const;
  const before = await rows('select count(*) from es.events');
  const refusals = [];
  for (const [input] of bad) refusals.push(await send('PlaceOrder', input));
  expect(refusals).toEqual(bad.map(([, code]) => code));
  expect(await rows('select count(*) from es.events')).toEqual(before);
  const stored = await rows(
    `select error ->> 'code' as code from es.commands where outcome = 'rejected' order by recorded_at`,
  );
  expect(stored.map(({ code }) => code)).toEqual(refusals);
});

it('answers a repeated command with its first outcome', async () => {
  const customerId = await send('RegisterCustomer', { name: 'Dora Ltd', address: leeds });
  const request = {
    type: 'PlaceOrder',
    data: { order: { customerId, items: [{ sku: 'MUG', quantity: 1 }] } },
    actor: ana,
  };
  const commandId = newId();
  const first = await engine.execute({ ...request, commandId });
  const again = await engine.execute({ ...request, commandId });
  expect(again).toMatchObject({ status: 'accepted', aggregateId: first.aggregateId, duplicate: true });
});
