import type { EventOf } from '@waybill/engine';
import { recorded } from '@waybill/engine/testing';
import { expect, it } from 'vitest';
import type { orderBoardEvents } from './order-board-events.ts';
import { type CountedOrder, overviewCounters } from './overview-counters.ts';

type Happened = EventOf<typeof orderBoardEvents>;
const placed: Happened = {
  type: 'OrderPlaced',
  occurredAt: new Date('2010-12-01T08:26:00Z'),
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
    net: 1000,
    tax: 200,
    total: 1200,
    channel: 'web',
    externalId: null,
  },
};
const countsAfter = (...happened: Happened[]) => {
  let row: CountedOrder | undefined;
  for (const event of happened) row = overviewCounters.evolve(row, recorded('o1', event), 'o1');
  return row && overviewCounters.counts(row);
};
const ordered = { 'GBP orders': 1, 'GBP revenue': 1200, 'GBP 2010-12-01 orders': 1, 'GBP 2010-12-01 revenue': 1200 };

it('counts a placed order on its day, and as money to collect', () =>
  expect(countsAfter(placed)).toEqual({
    ...ordered,
    'GBP state PLACED': 1,
    'GBP toCollectOrders': 1,
    'GBP toCollect': 1200,
  }));

it('counts a paid order as one to ship', () =>
  expect(countsAfter(placed, { type: 'PaymentReceived', data: { amount: 1200, currency: 'GBP' } } as Happened)).toEqual(
    { ...ordered, 'GBP state PLACED': 1, 'GBP toShip': 1 },
  ));

it('takes a cancelled order out again', () =>
  expect(
    countsAfter(placed, {
      type: 'OrderCancelled',
      data: { reason: 'changed my mind', placed: { on: '2010-12-01', currency: 'GBP', net: 1000, total: 1200 } },
    }),
  ).toEqual({ 'GBP state CANCELLED': 1 }));

const onThatDay = { on: '2010-12-01', currency: 'GBP', net: 1000, total: 1200 };

it('takes an expired order out as well', () =>
  expect(countsAfter(placed, { type: 'OrderExpired', data: { placed: onThatDay } })).toEqual({
    'GBP state EXPIRED': 1,
  }));

it('counts a partly cancelled order with what is left of it', () => {
  const lines = [{ lineId: 'L1', quantity: 1 }];
  const cancelled = { cancellationId: 'k1', reason: 'one less', lines, on: '2010-12-01', currency: 'GBP' };
  expect(countsAfter(placed, { type: 'OrderLinesCancelled', data: { ...cancelled, net: 400, total: 480 } })).toEqual({
    ...ordered,
    'GBP revenue': 720,
    'GBP 2010-12-01 revenue': 720,
    'GBP state PLACED': 1,
    'GBP toCollectOrders': 1,
    'GBP toCollect': 720,
  });
});

it('counts an order on hold as money to collect, and not as one to ship', () => {
  const held: Happened = { type: 'OrderHeld', data: { reason: 'address looks wrong', credit: null } };
  const paid = { type: 'PaymentReceived', data: { amount: 1200, currency: 'GBP' } } as Happened;
  expect(countsAfter(placed, held)).toEqual({
    ...ordered,
    'GBP state HELD': 1,
    'GBP toCollectOrders': 1,
    'GBP toCollect': 1200,
  });
  expect(countsAfter(placed, paid, held)).toEqual({ ...ordered, 'GBP state HELD': 1 });
});
