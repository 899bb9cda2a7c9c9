import { createPool } from '@waybill/db';
import { createEngine, type Engine } from '@waybill/engine';
import { createEventStore } from '@waybill/event-store';
import { newId } from '@waybill/kernel';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { customersByPlan, postgresDeliveryNumbers, shippingModule } from './module.ts';

const warehouse = { kind: 'user', id: 'wim', name: 'Wim' } as const;
const order = {
  orderNumber: 'ORD-2026-000001',
  customerId: 'c-1',
  customerName: 'Ana Meyer',
  deliveryAddress: { city: 'Leeds', country: 'United Kingdom' },
  lines: [{ lineId: 'l-1', sku: 'A', description: 'White hanging heart', quantity: 6, weightGrams: 120 }],
};
let database: TestDatabase;
let pool: Pool;
let engines: readonly [Engine, Engine];

beforeAll(async () => {
  database = await testDatabase();
  pool = createPool(database.url);
  const modules = [
    shippingModule({
      numbers: postgresDeliveryNumbers(pool),
      customerOf: customersByPlan((streamId) => engines[0].history(streamId)),
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

const execute = (index: number, type: string, data: Record<string, unknown>) =>
  engines[index % 2 === 0 ? 0 : 1].execute({ type, data, actor: warehouse });
const settle = async () => {
  for (let idle = false; !idle; ) {
    const drained = await Promise.all(engines[0].consumers.map((consumer) => consumer.drain(1_000)));
    idle = drained.every(({ handled, caughtUp }) => handled === 0 && caughtUp);
  }
};
const rows = async (statement: string, ...values: unknown[]) => (await pool.query(statement, values)).rows;
const times = <T>(count: number, of: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => of(index));

it('moves a delivery from the shelf to the door, with a number of its own', async () => {
  const [orderId, deliveryId] = [newId(), newId()];
  await execute(0, 'PlanShipment', { orderId, ...order });
  await execute(0, 'ScheduleDelivery', { orderId, deliveryId });
  await execute(0, 'PickDelivery', { deliveryId });
  expect(await execute(0, 'PackDelivery', { deliveryId })).toMatchObject({ refusal: { code: 'NotCleared' } });
  await execute(0, 'ClearDelivery', { orderId });
  await execute(0, 'PackDelivery', { deliveryId });
  await execute(0, 'DispatchDelivery', { deliveryId, carrier: 'Royal Mail', trackingNumber: 'RM-1' });
  await execute(0, 'ConfirmDelivery', { deliveryId });
  await settle();
  expect(
    await rows(
      'select number, status, pieces, weight_grams, carrier from shipping.deliveries where id = $1',
      deliveryId,
    ),
  ).toEqual([
    {
      number: expect.stringMatching(/^DEL-\d{6}$/),
      status: 'DELIVERED',
      pieces: 6,
      weight_grams: 720,
      carrier: 'Royal Mail',
    },
  ]);
});

it('never ships what was stopped, nor stops what was packed, whoever is first', async () => {
  const orders = times(24, () => ({ orderId: newId(), deliveryId: newId() }));
  await Promise.all(
    orders.map(async ({ orderId, deliveryId }, index) => {
      await execute(index, 'PlanShipment', { orderId, ...order });
      await execute(index, 'ScheduleDelivery', { orderId, deliveryId });
      await execute(index, 'PickDelivery', { deliveryId });
    }),
  );
  await Promise.all(
    orders.flatMap(({ orderId, deliveryId }, index) => [
      execute(index, 'ClearDelivery', { orderId }).then(() => execute(index, 'PackDelivery', { deliveryId })),
      execute(index + 1, 'StopShipment', { orderId, reason: 'changed their mind' }),
    ]),
  );
  const fates = await Promise.all(
    orders.map(async ({ orderId, deliveryId }) => {
      const streams = [`shipmentPlan-${orderId}`, `delivery-${deliveryId}`];
      const seen = await rows('select type from es.events where stream_id = any($1)', streams);
      const happened = new Set(seen.map(({ type }) => String(type)));
      return { stopped: happened.has('ShipmentStopped'), packed: happened.has('DeliveryPacked') };
    }),
  );
  expect(fates.filter(({ stopped, packed }) => stopped === packed)).toEqual([]);
});

it('puts every piece into one delivery, however many are asked for at once', async () => {
  const orderId = newId();
  await execute(0, 'PlanShipment', { orderId, ...order });
  await Promise.all(times(8, (index) => execute(index, 'ScheduleDelivery', { orderId, deliveryId: newId() })));
  await settle();
  expect(await rows('select pieces from shipping.deliveries where order_id = $1', orderId)).toEqual([{ pieces: 6 }]);
});

it('shows a delivery whose weight cannot be true without one', async () => {
  const [orderId, deliveryId] = [newId(), newId()];
  const lines = order.lines.map((line) => ({ ...line, quantity: 1_000_000, weightGrams: 1_000_000_000 }));
  await execute(0, 'PlanShipment', { orderId, ...order, lines });
  await execute(0, 'ScheduleDelivery', { orderId, deliveryId });
  await settle();
  expect(await rows('select pieces, weight_grams from shipping.deliveries where id = $1', deliveryId)).toEqual([
    { pieces: 1_000_000, weight_grams: null },
  ]);
});
