import { createPool } from '@waybill/db';
import { createEngine, type Engine, type Recorded } from '@waybill/engine';
import { createEventStore } from '@waybill/event-store';
import { newId } from '@waybill/kernel';
import { createModules } from '@waybill/modules';
import {
  eventually,
  type SpawnedApp,
  spawnApp,
  type TestDatabase,
  type TestRedis,
  testDatabase,
  testRedis,
} from '@waybill/testing';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';

const masterKey = Buffer.alloc(32, 3);
const ana = { kind: 'user', id: 'ana', name: 'Ana' } as const;
const SECONDS_TO_PAY = 3;

let database: TestDatabase;
let redis: TestRedis;
let worker: SpawnedApp;
let pool: Pool;
let engine: Engine;

beforeAll(async () => {
  [database, redis] = await Promise.all([testDatabase(), testRedis()]);
  worker = await spawnApp('worker', {
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    WAYBILL_MASTER_KEY: masterKey.toString('base64'),
    WAYBILL_TIME_TO_PAY_SECONDS: String(SECONDS_TO_PAY),
  });
  pool = createPool(database.url);
  engine = createEngine({
    pool,
    store: createEventStore(pool),
    modules: createModules({ pool, history: (...args) => engine.history(...args) }),
    masterKey,
  });
});
afterAll(async () => {
  await worker.kill('SIGKILL');
  await pool.end();
  await redis.stop();
  await database.drop();
});

const send = async (type: string, data: Record<string, unknown>): Promise<string> => {
  const outcome = await engine.execute({ type, data, actor: ana });
  if (outcome.status === 'accepted') return outcome.aggregateId;
  throw new Error(`${type} was refused: ${outcome.refusal.message}`);
};
const story = (stream: string): Promise<readonly Recorded[]> => engine.history(stream);
const types = (events: readonly Recorded[]): string[] => events.map(({ type }) => type);

/** By the worker's own clock, timers and queue: nobody helps. */
it('an order that nobody pays expires by itself, and what was kept for it is free again', async () => {
  const mug = { sku: 'MUG', description: 'A mug', unitPrice: '2.55', taxCode: 'STANDARD', taxRate: '20' };
  const stock = { stockId: 'MUG@MAIN', sku: 'MUG', warehouse: 'MAIN' };
  await send('ReceiveStock', { ...stock, receiptId: newId(), quantity: 5, note: '' });
  const customerId = await send('RegisterCustomer', { name: 'Ana Lima', address: { city: 'Leeds', country: 'GB' } });
  const items = [{ lineId: 'L1', quantity: 2, weightGrams: 300, ...mug }];
  const orderId = await send('PlaceOrder', { order: { customerId, currency: 'GBP', items } });

  await eventually(
    async () => {
      expect(types(await story(`order-${orderId}`))).toContain('OrderExpired');
      expect(types(await story('stockItem-MUG@MAIN'))).toEqual([
        'StockReceived',
        'StockReserved',
        'ReservationReleased',
      ]);
      expect(types(await story(`orderPayment-${orderId}`))).toEqual(['PaymentRequested', 'PaymentRequestCancelled']);
      expect(types(await story(`orderBilling-${orderId}`))).toEqual(['BillingOpened', 'BillingStopped']);
      const { rows } = await pool.query(
        'select order_status, payment_status from reporting.order_board where id = $1',
        [orderId],
      );
      expect(rows).toMatchObject([{ order_status: 'EXPIRED', payment_status: 'CANCELLED' }]);
    },
    { within: 60_000 },
  );
  const order = await story(`order-${orderId}`);
  expect(types(order)).toEqual(expect.arrayContaining(['OrderPlaced', 'OrderConfirmed', 'OrderExpired']));
  const expired = order.find(({ type }) => type === 'OrderExpired');
  const confirmed = order.find(({ type }) => type === 'OrderConfirmed');
  const waited = Number(expired?.recordedAt) - Number(confirmed?.recordedAt);
  expect(waited).toBeGreaterThanOrEqual(SECONDS_TO_PAY * 1_000);
  expect(expired?.actor).toMatchObject({ kind: 'process', id: 'fulfilment.order' });
});
