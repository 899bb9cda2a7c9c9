import { createPool } from '@waybill/db';
import { createEngine, type Engine, foldStream } from '@waybill/engine';
import { createEventStore } from '@waybill/event-store';
import { newId } from '@waybill/kernel';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Delivery } from './delivery/aggregate.ts';
import { customersByPlan, postgresDeliveryNumbers, shippingModule } from './module.ts';
import { totalOf } from './pieces.ts';
import { ShipmentPlan } from './shipment-plan/aggregate.ts';

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

it('stops or sends, never both, whoever is first: 50 rounds', { timeout: 60_000 }, async () => {
  const rounds = times(50, (index) => ({ index, orderId: newId(), deliveryId: newId() }));
  const isPackedBefore = (index: number) => index % 2 === 1;
  const dispatching = { carrier: 'Royal Mail', trackingNumber: 'RM-1' };
  await Promise.all(
    rounds.map(async ({ index, orderId, deliveryId }) => {
      await execute(index, 'PlanShipment', { orderId, ...order });
      await execute(index, 'ClearDelivery', { orderId });
      await execute(index, 'ScheduleDelivery', { orderId, deliveryId });
      await execute(index, 'PickDelivery', { deliveryId });
      if (isPackedBefore(index)) await execute(index, 'PackDelivery', { deliveryId });
    }),
  );
  const race = async ({ index, orderId, deliveryId }: (typeof rounds)[number]) => {
    const send = async () => {
      if (!isPackedBefore(index)) await execute(index, 'PackDelivery', { deliveryId });
      return execute(index, 'DispatchDelivery', { deliveryId, ...dispatching });
    };
    const stop = () =>
      execute(index + 1, 'StopShipment', { orderId, cancellationId: orderId, reason: 'second thoughts' });
    // Who starts takes turns, so that neither wins by habit.
    const answers = index % 4 < 2 ? [send(), stop()] : [stop(), send()];
    return Promise.all(answers);
  };
  await Promise.all(rounds.map(race));
  const books = await Promise.all(
    rounds.map(async ({ orderId, deliveryId }) => {
      const told = async (stream: string) => (await engines[0].history(stream)).map(({ type }) => type);
      const [plan, delivery] = await Promise.all([told(`shipmentPlan-${orderId}`), told(`delivery-${deliveryId}`)]);
      return {
        stopped: plan.includes('ShipmentStopped'),
        refused: plan.includes('ShipmentStopRefused'),
        cancelled: delivery.includes('DeliveryCancelled'),
        dispatched: delivery.includes('DeliveryDispatched'),
      };
    }),
  );
  const stopped = { stopped: true, refused: false, cancelled: true, dispatched: false };
  const sent = { stopped: false, refused: true, cancelled: false, dispatched: true };
  expect(books).toEqual(books.map((book) => (book.stopped ? stopped : sent)));
});

it('shortens what is packed or sends it, and no piece is counted twice: 20 rounds', { timeout: 60_000 }, async () => {
  const rounds = times(20, (index) => ({ index, orderId: newId(), deliveryId: newId() }));
  await Promise.all(
    rounds.map(async ({ index, orderId, deliveryId }) => {
      await execute(index, 'PlanShipment', { orderId, ...order });
      await execute(index, 'ClearDelivery', { orderId });
      await execute(index, 'ScheduleDelivery', { orderId, deliveryId });
      await execute(index, 'PickDelivery', { deliveryId });
      await execute(index, 'PackDelivery', { deliveryId });
      const lines = [{ lineId: 'l-1', quantity: 2 }];
      await Promise.all([
        execute(index, 'StopShipment', { orderId, cancellationId: orderId, lines, reason: 'two too many' }),
        execute(index + 1, 'DispatchDelivery', { deliveryId, carrier: 'Royal Mail', trackingNumber: 'RM-1' }),
      ]);
    }),
  );
  const ends = await Promise.all(
    rounds.map(async ({ orderId, deliveryId }) => ({
      plan: foldStream(ShipmentPlan, await engines[0].history(`shipmentPlan-${orderId}`)),
      delivery: foldStream(Delivery, await engines[0].history(`delivery-${deliveryId}`)),
    })),
  );
  for (const { plan, delivery } of ends) {
    const stopped = totalOf(plan.stopped);
    expect({ stopped, status: delivery?.status, inside: delivery?.lines.map(({ quantity }) => quantity) }).toEqual(
      stopped === 2 ? { stopped: 2, status: 'PICKED', inside: [4] } : { stopped: 0, status: 'DISPATCHED', inside: [6] },
    );
  }
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
