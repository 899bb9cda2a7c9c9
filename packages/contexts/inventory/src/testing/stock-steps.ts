import { context } from '@waybill/engine/testing';
import fc from 'fast-check';
import { StockItem } from '../stock-item/aggregate.ts';
import type { StockItemEvent } from '../stock-item/events.ts';
import type { StockItemState } from '../stock-item/stock-item.ts';
import { line, place, stockId } from './stock-fixtures.ts';

/** A command for one stock item, any at all. */
export interface Step {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Sent once more under another command id; a part of a release has no id of its own to know it by. */
  readonly repeated: boolean;
}

const few = fc.integer({ min: 1, max: 6 });
export const reservation = fc.integer({ min: 1, max: 8 }).map((number) => `r-${number}`);
const small = fc.integer({ min: 1, max: 12 });
export const step = fc
  .oneof(
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constant('ReceiveStock'),
        receiptId: few.map(String),
        quantity: small,
        ...constants({ ...place, note: '' }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('AdjustStock'),
        adjustmentId: few.map(String),
        by: fc.integer({ min: -9, max: 9 }),
        ...constants({ reason: 'count' }),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        type: fc.constant('ReserveStock'),
        reservationId: reservation,
        quantity: few,
        backorder: fc.boolean(),
        firm: fc.boolean(),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constant('ReleaseReservation'),
        reservationId: reservation,
        quantity: fc.option(few),
        ...constants({ reason: 'cancelled' }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('FirmReservation'), reservationId: reservation }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('ExpireReservation'), reservationId: reservation }) },
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constant('ShipReserved'),
        reservationId: reservation,
        deliveryId: few.map(String),
        quantity: few,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('ReturnStock'),
        returnId: few.map(String),
        quantity: few,
        disposition: fc.constantFrom('RESTOCK', 'SCRAP'),
        ...constants({ orderId: 'o-1', lineId: 'L1' }),
      }),
    },
  )
  .map(({ type, ...rest }): Step => {
    const data: Readonly<Record<string, unknown>> = rest;
    const ofLine = type === 'ReserveStock' ? line(String(data.reservationId)) : {};
    const repeated = type !== 'ReleaseReservation' || data.quantity === null;
    return { type, data: { stockId, ...ofLine, ...data }, repeated };
  });

function constants<T extends object>(record: T) {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, fc.constant(value)])) as {
    [K in keyof T]: fc.Arbitrary<T[K]>;
  };
}

/** What the item records of a command; nothing where it is refused. */
export const eventsOf = (state: StockItemState, { type, data }: Step): readonly StockItemEvent[] => {
  const decision = StockItem.decide(type, data, state, context);
  return decision.kind === 'accepted' ? decision.events : [];
};
