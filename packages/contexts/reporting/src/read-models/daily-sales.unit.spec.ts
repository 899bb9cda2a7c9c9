import type { EventOf } from '@waybill/engine';
import { recorded } from '@waybill/engine/testing';
import type { orderEvents } from '@waybill/sales/contract';
import { expect, it } from 'vitest';
import { type DailySalesRow, dailySales } from './daily-sales.ts';

type Placed = Extract<EventOf<typeof orderEvents>, { type: 'OrderPlaced' }>;
type Cancelled = Extract<EventOf<typeof orderEvents>, { type: 'OrderCancelled' }>;
type SomeCancelled = Extract<EventOf<typeof orderEvents>, { type: 'OrderLinesCancelled' }>;
type Expired = Extract<EventOf<typeof orderEvents>, { type: 'OrderExpired' }>;
const placed = (
  net: number,
  total: number,
  over: Partial<Placed['data']> = {},
  occurredAt = '2010-12-01T08:26:00Z',
): Placed => ({
  type: 'OrderPlaced',
  occurredAt: new Date(occurredAt),
  data: {
    number: 'ORD-2026-000001',
    customerId: 'c1',
    customerName: 'Ada Ltd',
    country: 'United Kingdom',
    currency: 'GBP',
    prices: 'NET',
    terms: 'PREPAID',
    shortage: 'BACKORDER',
    lineCount: 1,
    goods: [],
    net,
    tax: total - net,
    total,
    channel: 'web',
    externalId: null,
    ...over,
  },
});
const cancelled = (net: number, total: number): Cancelled => ({
  type: 'OrderCancelled',
  data: { reason: 'changed my mind', placed: { on: '2010-12-01', currency: 'GBP', net, total } },
});

const someCancelled = (net: number, total: number, on: string | null = '2010-12-01'): SomeCancelled => ({
  type: 'OrderLinesCancelled',
  data: { cancellationId: 'k1', reason: 'one less', lines: [], on, currency: 'GBP', net, total },
});
const expired = (net: number, total: number): Expired => ({
  type: 'OrderExpired',
  data: { placed: { on: '2010-12-01', currency: 'GBP', net, total } },
});

const fold = (...events: (Placed | Cancelled | SomeCancelled | Expired)[]) => {
  const rows = new Map<string, DailySalesRow>();
  for (const event of events.map((each) => recorded('o1', each)))
    for (const key of dailySales.keys(event)) {
      const row = dailySales.evolve(rows.get(key), event, key);
      if (row) rows.set(key, row);
    }
  return [...rows.values()];
};
const day = { id: '2010-12-01 GBP', day: '2010-12-01', currency: 'GBP', cancelled: 0 };

it('adds up what was ordered on a day', () =>
  expect(fold(placed(1000, 1200), placed(500, 600))).toEqual([{ ...day, orders: 2, net: 1500, total: 1800 }]));

it('takes an order out again that was cancelled, from the day it was placed on', () =>
  expect(fold(placed(1000, 1200), placed(500, 600), cancelled(500, 600))).toEqual([
    { ...day, orders: 1, net: 1000, total: 1200, cancelled: 1 },
  ]));

it('leaves out a cancelled draft, which never counted', () => {
  const draft: Cancelled = { type: 'OrderCancelled', data: { reason: 'changed my mind' } };
  expect(fold(placed(1000, 1200), draft)).toEqual([{ ...day, orders: 1, net: 1000, total: 1200 }]);
});

it('keeps currencies apart, and goes by the day of the business', () =>
  expect(
    fold(
      placed(1, 1),
      placed(2, 2, { currency: 'EUR' }),
      placed(3, 3, {}, '2011-06-30T23:30:00Z'),
      placed(4, 4, { placedOn: '2011-07-01' }),
    ).map(({ id, total }) => [id, total]),
  ).toEqual([
    ['2010-12-01 GBP', 1],
    ['2010-12-01 EUR', 2],
    ['2011-07-01 GBP', 7],
  ]));

it('takes pieces out again that were cancelled, and what was left when the rest goes too', () => {
  expect(fold(placed(1000, 1200), someCancelled(400, 480))).toEqual([{ ...day, orders: 1, net: 600, total: 720 }]);
  expect(fold(placed(1000, 1200), someCancelled(400, 480), cancelled(600, 720))).toEqual([
    { ...day, orders: 0, net: 0, total: 0, cancelled: 1 },
  ]);
  expect(fold(placed(1000, 1200), someCancelled(400, 480, null))).toEqual([
    { ...day, orders: 1, net: 1000, total: 1200 },
  ]);
});

it('takes an order out that expired', () =>
  expect(fold(placed(1000, 1200), placed(500, 600), expired(1000, 1200))).toEqual([
    { ...day, orders: 1, net: 500, total: 600, cancelled: 1 },
  ]));
