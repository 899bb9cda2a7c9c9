import { createPool } from '@waybill/db';
import { createEngine, type Engine } from '@waybill/engine';
import { createEventStore } from '@waybill/event-store';
import { newId } from '@waybill/kernel';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paymentsModule } from './module.ts';

const bank = { kind: 'import', id: 'bank', name: 'Bank import' } as const;
let database: TestDatabase;
let pool: Pool;
let engines: readonly [Engine, Engine];

beforeAll(async () => {
  database = await testDatabase();
  pool = createPool(database.url);
  const modules = [
    paymentsModule({
      orders: { find: async (text) => (text === 'none' ? undefined : { orderId: text }) },
      customers: { find: async (customerId) => (customerId === 'none' ? null : {}) },
    }),
  ];
  const engine = (worker: string) =>
    createEngine({ pool, store: createEventStore(pool), modules, masterKey: Buffer.alloc(32, 7), worker });
  engines = [engine('one'), engine('two')];
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const execute = (type: string, data: Record<string, unknown>, index = 0) => {
  const engine = engines[index % 2 === 0 ? 0 : 1];
  return engine.execute({ type, data, actor: bank });
};
const request = (orderId: string, amount: number) =>
  execute('RequestPayment', { orderId, orderNumber: 'ORD-2026-000001', amount, currency: 'GBP' });
const arrive = (orderReference: string, reference: string, amount: number, index = 0) =>
  execute('RecordIncomingPayment', { orderReference, channel: 'bank', reference, amount, currency: 'GBP' }, index);
const settle = async () => {
  for (let idle = false; !idle; ) {
    const drained = await Promise.all(engines[0].consumers.map((consumer) => consumer.drain(1_000)));
    idle = drained.every(({ handled, caughtUp }) => handled === 0 && caughtUp);
  }
};
const rows = async (statement: string, ...values: unknown[]) => (await pool.query(statement, values)).rows;
const times = <T>(count: number, of: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => of(index));

describe('money that arrives at two processes at once', () => {
  it('counts once, however often the same payment is reported', async () => {
    const orderId = newId();
    await request(orderId, 1_000);
    const outcomes = await Promise.all(times(24, (index) => arrive(orderId, `same-${orderId}`, 1_000, index)));
    expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
    expect(outcomes.filter((outcome) => outcome.status === 'accepted' && outcome.events.length > 0)).toHaveLength(1);
    await settle();
    expect(await rows('select status, received from payments.order_payments where order_id = $1', orderId)).toEqual([
      { status: 'PAID', received: 1_000 },
    ]);
  });

  it('has one amount per reference: the first wins, the others are conflicts and stored as such', async () => {
    const orderId = newId();
    const outcomes = await Promise.all(times(8, (index) => arrive(orderId, `torn-${orderId}`, 100 + index, index)));
    const codes = outcomes
      .map((outcome) => (outcome.status === 'rejected' ? outcome.refusal.code : 'recorded'))
      .toSorted();
    expect(codes).toEqual([...times(7, () => 'PaymentReferenceConflict'), 'recorded']);
    const stored = await rows(
      `select count(*) from es.commands where outcome = 'rejected' and error ->> 'code' = 'PaymentReferenceConflict'`,
    );
    expect(stored).toEqual([{ count: 7 }]);
  });

  it('is received in full once; what is too much waits, to the penny', async () => {
    const orderId = newId();
    await request(orderId, 1_000);
    await Promise.all(times(16, (index) => arrive(orderId, `part-${orderId}-${index}`, 90, index)));
    await settle();
    const [received, [waiting]] = await Promise.all([
      rows(
        `select count(*) from es.events where stream_id = $1 and type = 'PaymentReceived'`,
        `orderPayment-${orderId}`,
      ),
      rows('select sum(amount)::bigint as sum from payments.unallocated_payments where order_id = $1', orderId),
    ]);
    expect(received).toEqual([{ count: 1 }]);
    expect(waiting).toEqual({ sum: 16 * 90 - 1_000 });
  });
});

it('lists money for an order that nobody knows', async () => {
  await arrive('none', 'lost', 500);
  await settle();
  expect(
    await rows(`select reason, order_id, order_reference, reference, amount from payments.unallocated_payments
                where reference = 'lost'`),
  ).toEqual([{ reason: 'UNKNOWN_ORDER', order_id: null, order_reference: 'none', reference: 'lost', amount: 500 }]);
});

it('lists every part of a payment whose order is cancelled', async () => {
  const orderId = newId();
  await request(orderId, 1_000);
  await arrive(orderId, `early-${orderId}`, 400);
  await execute('CancelPaymentRequest', { orderId, reason: 'changed their mind' });
  await arrive(orderId, `late-${orderId}`, 600);
  await settle();
  expect(
    await rows('select reason, amount from payments.unallocated_payments where order_id = $1 order by amount', orderId),
  ).toEqual([
    { reason: 'ORDER_CANCELLED', amount: 400 },
    { reason: 'ORDER_CANCELLED', amount: 600 },
  ]);
  expect(await rows('select status, received from payments.order_payments where order_id = $1', orderId)).toEqual([
    { status: 'CANCELLED', received: 0 },
  ]);
});
