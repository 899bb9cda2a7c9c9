import { createPool } from '@waybill/db';
import { createEngine, type Engine } from '@waybill/engine';
import { createEventStore } from '@waybill/event-store';
import { newId } from '@waybill/kernel';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import type { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reservationIdOf, stockIdOf } from './contract.ts';
import { inventoryModule } from './module.ts';

const ana = { kind: 'user', id: 'ana', name: 'Ana' } as const;
const DAY = 24 * 60 * 60 * 1_000;
let database: TestDatabase;
let pool: Pool;
/** The engines' clock. Events are recorded by the clock of Postgres, so a test begins at its time and only goes on. */
let now = Date.now();
/** As in two processes of the API. */
let engines: readonly [Engine, Engine];

const open = (worker: string): Engine =>
  createEngine({
    pool,
    store: createEventStore(pool),
    modules: [inventoryModule()],
    masterKey: Buffer.alloc(32, 7),
    clock: { now: () => new Date(now) },
    worker,
  });
beforeAll(async () => {
  database = await testDatabase();
  pool = createPool(database.url);
  engines = [open('one'), open('two')];
});
beforeEach(() => {
  now = Date.now();
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const send = (type: string, data: Record<string, unknown>, index = 0) =>
  engines[index % 2 === 0 ? 0 : 1].execute({ type, data, actor: ana });
const receive = (sku: string, quantity: number) => send('ReceiveStock', { sku, quantity });
const reserve = (
  sku: string,
  quantity: number,
  { index = 0, backorder = false, firm = false, orderId = newId() } = {},
) =>
  send(
    'ReserveStock',
    {
      stockId: stockIdOf(sku),
      sku,
      warehouse: 'MAIN',
      reservationId: reservationIdOf(orderId, 'L1'),
      orderId,
      lineId: 'L1',
      quantity,
      backorder,
      firm,
    },
    index,
  );
const fire = async () => {
  for (const { run } of engines[0].chores.filter(({ name }) => name === 'es.timers')) await run();
};
/** Everything that can happen now has happened. */
const settle = async () => {
  for (let idle = 0; idle < 2; ) {
    await fire();
    const drained = await Promise.all(engines[0].consumers.map((consumer) => consumer.drain(1_000)));
    idle = drained.every(({ handled, busy }) => handled === 0 && !busy) ? idle + 1 : 0;
  }
};
const rows = async (statement: string, ...values: unknown[]) => (await pool.query(statement, values)).rows;
const itemOf = async (sku: string) =>
  (
    await rows(
      'select on_hand, reserved, available, backordered, status from inventory.stock_items where sku = $1',
      sku,
    )
  )[0];
const statusesOf = async (sku: string) =>
  (
    await rows(
      'select status, count(*)::int as n from inventory.reservations where sku = $1 group by 1 order by 1',
      sku,
    )
  ).map(({ status, n }) => [status, n]);
const times = <T>(count: number, of: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => of(index));

describe('50 who want the last 7 pieces at once, through two processes', () => {
  it.each(times(8, (round) => `RACE-${round + 1}`))('%s: 7 have one, 43 are told what is left', async (sku) => {
    await receive(sku, 7);
    const outcomes = await Promise.all(times(50, (index) => reserve(sku, 1, { index })));
    expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
    const events = await engines[0].history(`stockItem-${stockIdOf(sku)}`);
    const granted = events.filter(({ type }) => type === 'StockReserved');
    const rejected = events.filter(({ type }) => type === 'StockReservationRejected');
    expect(granted.map(({ data }) => (data as { available: number }).available)).toEqual([6, 5, 4, 3, 2, 1, 0]);
    expect(rejected.map(({ data }) => (data as { available: number }).available)).toEqual(times(43, () => 0));
    await settle();
    expect(await itemOf(sku)).toEqual({ on_hand: 7, reserved: 7, available: 0, backordered: 0, status: 'OUT' });
    expect(await statusesOf(sku)).toEqual([
      ['REJECTED', 43],
      ['RESERVED', 7],
    ]);
  });

  it('keeps to what there is while some give back, some ship and more comes in', async () => {
    const sku = 'STORM';
    const stockId = stockIdOf(sku);
    await receive(sku, 7);
    const orders = times(40, () => newId());
    await Promise.all(
      orders.flatMap((orderId, index) => {
        const reservationId = reservationIdOf(orderId, 'L1');
        const wants = reserve(sku, 1 + (index % 3), { index, orderId, backorder: index % 2 === 0 });
        if (index % 4 === 0)
          return [
            wants,
            send('ReleaseReservation', { stockId, reservationId, quantity: null, reason: 'no' }, index + 1),
          ];
        if (index % 10 === 1) return [wants, receive(sku, 2)];
        return [wants];
      }),
    );
    await settle();
    const item = await itemOf(sku);
    expect(item.on_hand).toBe(15);
    expect(item.reserved).toBeLessThanOrEqual(15);
    const [sums] = await rows(
      `select sum(remaining) filter (where status = 'RESERVED')::int as reserved,
         coalesce(sum(remaining) filter (where status = 'WAITING'), 0)::int as waiting
       from inventory.reservations where sku = $1`,
      sku,
    );
    expect(sums).toEqual({ reserved: item.reserved, waiting: item.backordered });
  });
});

describe('a reservation', () => {
  it('lapses after 8 days, and what it held goes to who waits; a firm one stays', async () => {
    const [lost, kept, patient] = [newId(), newId(), newId()];
    await receive('LAPSE', 5);
    await reserve('LAPSE', 3, { orderId: lost });
    await reserve('LAPSE', 2, { orderId: kept });
    await reserve('LAPSE', 3, { orderId: patient, backorder: true, firm: true });
    await send('FirmReservation', { stockId: stockIdOf('LAPSE'), reservationId: reservationIdOf(kept, 'L1') });
    await settle();
    now += 7.9 * DAY;
    await settle();
    expect(await statusesOf('LAPSE')).toEqual([
      ['FIRM', 1],
      ['RESERVED', 1],
      ['WAITING', 1],
    ]);
    now += 0.2 * DAY;
    await settle();
    const status = async (orderId: string) =>
      (await rows('select status from inventory.reservations where order_id = $1', orderId))[0]?.status;
    expect([await status(lost), await status(kept), await status(patient)]).toEqual(['EXPIRED', 'FIRM', 'FIRM']);
    expect(await itemOf('LAPSE')).toMatchObject({ on_hand: 5, reserved: 5, backordered: 0 });
    expect(
      await rows(
        "select instance from es.process_instances where process = 'inventory.lapse' and instance = $1 and waits <> '{}'",
        reservationIdOf(lost, 'L1'),
      ),
    ).toEqual([]);
  });

  it('is decided upon a snapshot where the item is busy, and a repeat of it is known', async () => {
    const sku = 'BUSY';
    const stockId = stockIdOf(sku);
    await receive(sku, 10_000);
    const first = newId();
    await reserve(sku, 1, { orderId: first });
    for (let wave = 0; wave < 3; wave += 1) await Promise.all(times(150, () => reserve(sku, 1)));
    const third = open('three');
    const again = await third.execute({
      type: 'ReserveStock',
      data: {
        stockId,
        sku,
        warehouse: 'MAIN',
        reservationId: reservationIdOf(first, 'L1'),
        orderId: first,
        lineId: 'L1',
        quantity: 1,
        backorder: false,
      },
      actor: ana,
    });
    expect(again).toMatchObject({ status: 'accepted', events: [] });
    await settle();
    expect(await itemOf(sku)).toMatchObject({ on_hand: 10_000, reserved: 451, available: 9_549 });
  });
});
