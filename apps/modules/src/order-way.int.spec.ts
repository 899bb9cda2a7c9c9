import { postgresCatalog } from '@waybill/catalog/module';
import { createPool } from '@waybill/db';
import { createEngine, type Engine } from '@waybill/engine';
import { createEventStore } from '@waybill/event-store';
import { derivedId, newId } from '@waybill/kernel';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createModules } from './create-modules.ts';
import { takeDemoCompany } from './take-demo-company.ts';

const ana = { kind: 'user', id: 'ana', name: 'Ana' } as const;
const leeds = { line1: '1 Mill Lane', city: 'Leeds', country: 'United Kingdom' };
let database: TestDatabase;
let pool: Pool;
let engine: Engine;
let customerId: string;
const troubles: unknown[] = [];

beforeAll(async () => {
  database = await testDatabase();
  pool = createPool(database.url);
  const modules = createModules({ pool, history: (...args) => engine.history(...args) });
  const store = createEventStore(pool);
  const onTrouble = (trouble: unknown) => void troubles.push(trouble);
  engine = createEngine({ pool, store, modules, masterKey: Buffer.alloc(32, 7), onTrouble });
  const mug = { sku: 'MUG', description: 'Red mug', unitPrice: '2.55', currency: 'GBP', weightGrams: 300 };
  await postgresCatalog(pool).save({ ...mug, taxCode: 'STANDARD', taxRate: '20' }, { actor: ana });
  await takeDemoCompany(engine.execute);
  customerId = (await send('RegisterCustomer', { name: 'Ada Ltd', address: leeds })) ?? '';
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

/** The aggregate's id, or why not. */
const send = async (type: string, data: Record<string, unknown>) => {
  const outcome = await engine.execute({ type, data, actor: ana });
  return outcome.status === 'accepted' ? outcome.aggregateId : outcome.refusal.code;
};
const settle = async () => {
  for (let idle = false; !idle; ) {
    const drained = await Promise.all(engine.consumers.map((consumer) => consumer.drain(1_000)));
    idle = drained.every(({ handled, caughtUp }) => handled === 0 && caughtUp);
  }
};
const place = async (lines: object = { items: [{ sku: 'MUG', quantity: 6 }] }) => {
  const orderId = (await send('PlaceOrder', { order: { customerId, ...lines } })) ?? '';
  await settle();
  return orderId;
};
const pay = async (orderReference: string, amount: number) => {
  await send('RecordIncomingPayment', { orderReference, channel: 'bank', reference: newId(), amount, currency: 'GBP' });
  await settle();
};
const board = async (orderId: string) => {
  const { rows } = await pool.query(
    `select order_status, payment_status, invoice_status, delivery_status, delivery_id, number
     from reporting.order_board where id = $1`,
    [orderId],
  );
  const { order_status, payment_status, invoice_status, delivery_status, delivery_id, number } = rows[0] ?? {};
  return { states: [order_status, payment_status, invoice_status, delivery_status], deliveryId: delivery_id, number };
};
const statesOf = async (orderId: string) => (await board(orderId)).states;
const happened = (streamId: string) => engine.history(streamId);
const waiting = async (orderId: string) =>
  (await pool.query('select reason, amount from payments.unallocated_payments where order_id = $1', [orderId])).rows;

it('leads from a placed order to an invoice with its document, a delivery, and completion', async () => {
  const orderId = await place();
  const { number } = await board(orderId);
  expect(await statesOf(orderId)).toEqual(['CONFIRMED', 'REQUESTED', 'NONE', 'NONE']);
  await pay(`thanks, ${number}`, 1_000);
  expect(await statesOf(orderId)).toEqual(['CONFIRMED', 'PARTIALLY_PAID', 'NONE', 'NONE']);
  await pay(orderId, 836);
  expect(await statesOf(orderId)).toEqual(['CONFIRMED', 'PAID', 'PAID', 'SCHEDULED']);

  const { rows } = await pool.query(
    `select i.number, i.total, i.paid, i.document_sha256 = d.sha256 as stored
     from billing.invoices i join billing.invoice_documents d on d.invoice_id = i.id where order_id = $1`,
    [orderId],
  );
  expect(rows).toEqual([
    { number: expect.stringMatching(/^INV-\d{4}-000001$/), total: 1_836, paid: 1_836, stored: true },
  ]);

  const { deliveryId } = await board(orderId);
  expect(await send('PackDelivery', { deliveryId })).toBe('DeliveryNotPackable');
  await send('PickDelivery', { deliveryId });
  await send('PackDelivery', { deliveryId });
  await send('DispatchDelivery', { deliveryId, carrier: 'Royal Mail', trackingNumber: 'RM-1' });
  await send('ConfirmDelivery', { deliveryId });
  await settle();
  expect(await statesOf(orderId)).toEqual(['COMPLETED', 'PAID', 'PAID', 'DELIVERED']);
  expect(await send('CancelOrder', { orderId, reason: 'too late' })).toBe('OrderNotCancellable');
});

it('needs no delivery for charges, and no money for nothing', async () => {
  const charge = await place({ items: [], charges: [{ code: 'POST', unitPrice: '4.00' }] });
  await pay(charge, 480);
  expect(await statesOf(charge)).toEqual(['COMPLETED', 'PAID', 'PAID', 'NONE']);
  const sample = await place({ items: [{ sku: 'MUG', quantity: 1, unitPrice: { amount: '0', currency: 'GBP' } }] });
  expect(await statesOf(sample)).toEqual(['CONFIRMED', 'PAID', 'PAID', 'SCHEDULED']);
});

it('stops everything when it is cancelled before payment; what had come goes back, what comes late waits', async () => {
  const orderId = await place();
  await pay(orderId, 100);
  await send('CancelOrder', { orderId, reason: 'changed their mind' });
  await settle();
  await pay(orderId, 1_736);
  expect((await statesOf(orderId)).slice(0, 3)).toEqual(['CANCELLED', 'CANCELLED', 'NONE']);
  expect(await waiting(orderId)).toContainEqual({ reason: 'ORDER_CANCELLED', amount: 1_736 });
  expect((await happened(`orderPayment-${orderId}`)).filter(({ type }) => type === 'RefundRequested')).toMatchObject([
    { data: { amount: 100 } },
  ]);
});

it('is credited and paid back when it is cancelled after payment', async () => {
  const orderId = await place();
  await pay(orderId, 1_836);
  await send('CancelOrder', { orderId, reason: 'changed their mind' });
  await settle();
  expect((await statesOf(orderId))[0]).toBe('CANCELLED');
  expect(
    (await happened(`invoice-${derivedId('invoice', orderId)}`)).filter(({ type }) => type === 'CreditNoteIssued'),
  ).toMatchObject([{ data: { total: 1_836 } }]);
  expect((await happened(`orderPayment-${orderId}`)).filter(({ type }) => type === 'RefundRequested')).toMatchObject([
    { data: { amount: 1_836 } },
  ]);
});

it('lets money for a cancelled draft wait', async () => {
  const orderId = (await send('DraftOrder', { customerId })) ?? '';
  await pay(orderId, 500);
  await send('CancelOrder', { orderId, reason: 'never mind' });
  await settle();
  expect(await waiting(orderId)).toEqual([{ reason: 'ORDER_CANCELLED', amount: 500 }]);
});

it('met no refusal on the way that a process had caused', () => {
  expect(troubles).toEqual([]);
});
