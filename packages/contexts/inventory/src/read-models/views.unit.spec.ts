import { recorded } from '@waybill/engine/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StockItem } from '../stock-item/aggregate.ts';
import type { StockItemEvent } from '../stock-item/events.ts';
import { available, reservationOf } from '../stock-item/stock-item.ts';
import {
  adjusted,
  expired,
  firmed,
  received,
  rejected,
  released,
  reserved,
  shipped,
  stockId,
} from '../testing/stock-fixtures.ts';
import { eventsOf, step } from '../testing/stock-steps.ts';
import { type ReservationRow, reservations } from './reservations.ts';
import { type StockItemRow, stockItems } from './stock-items.ts';

const itemAfter = (...events: readonly StockItemEvent[]): StockItemRow | undefined =>
  events.reduce<StockItemRow | undefined>(
    (row, event) => stockItems.evolve(row, recorded(stockId, event), stockId),
    undefined,
  );

/** Every reservation's row. */
const rowsAfter = (events: readonly StockItemEvent[]): ReadonlyMap<string, ReservationRow> => {
  const rows = new Map<string, ReservationRow>();
  for (const event of events) {
    if (!reservations.events.some(({ type }) => type === event.type)) continue;
    const known = recorded(stockId, event) as Parameters<typeof reservations.evolve>[1];
    for (const key of reservations.keys(known)) {
      const row = reservations.evolve(rows.get(key), known, key) as ReservationRow | undefined;
      if (row) rows.set(key, row);
    }
  }
  return rows;
};
const rowAfter = (...events: readonly StockItemEvent[]) => rowsAfter(events).get('r-1');

describe('the list of stock', () => {
  it('tells what is there, what is promised and what is left', () => {
    expect(itemAfter(received(20), reserved('r-1', 4, 16))).toMatchObject({
      id: 'MUG@MAIN',
      sku: 'MUG',
      warehouse: 'MAIN',
      status: 'IN_STOCK',
      counted: true,
      onHand: 20,
      reserved: 4,
      available: 16,
      backordered: 0,
      search: 'mug main',
    });
  });

  it.each([
    ['UNCOUNTED', [reserved('r-1', 4, 0, { counted: false })]],
    ['IN_STOCK', [received(11)]],
    ['LOW', [received(10)]],
    ['OUT', [received(4), reserved('r-1', 4, 0)]],
    ['OUT', [adjusted(0, 0)]],
    ['BACKORDERED', [received(40), rejected('r-1', 41, 40, true)]],
    ['IN_STOCK', [received(40), rejected('r-1', 41, 40, false)]],
  ] as const)('is %s', (status, events) => {
    expect(itemAfter(...events)?.status).toBe(status);
  });

  it('says what left the house though the books did not have it, until somebody counts', () => {
    const short = [received(5), reserved('r-1', 4, 1), shipped('r-1', 9, 0, { settled: 4, taken: 5 })];
    expect(itemAfter(...short)).toMatchObject({ onHand: 0, missing: 4 });
    expect(itemAfter(...short, adjusted(2, 2))).toMatchObject({ onHand: 2, missing: 0 });
  });

  it('keeps the last movements, the newest first', () => {
    const many = Array.from({ length: 40 }, (_, index) => received(1, index + 1, String(index)));
    const movements = itemAfter(...many, adjusted(-1, 39))?.movements ?? [];
    expect(movements).toHaveLength(15);
    expect(movements[0]).toEqual({
      eventId: '01940000-0000-7000-8000-00000000000e',
      type: 'StockAdjusted',
      pieces: -1,
      onHand: 39,
      reserved: 0,
      orderId: null,
      note: 'count',
      actor: { kind: 'user', id: 'ana', name: 'Ana' },
      at: '2026-01-05T09:00:00.000Z',
    });
  });
});

describe('the list of reservations', () => {
  const made = reserved('r-1', 4, 1);

  it.each([
    ['RESERVED', 4, [made]],
    ['FIRM', 4, [made, firmed('r-1')]],
    ['FIRM', 4, [reserved('r-1', 4, 1, { firm: true })]],
    ['WAITING', 4, [rejected('r-1', 4, 1, true)]],
    ['WAITING', 4, [rejected('r-1', 4, 1, true), firmed('r-1', 'WAITING')]],
    ['REJECTED', 0, [rejected('r-1', 4, 1, false)]],
    ['RESERVED', 3, [made, released('r-1', 1, 3)]],
    ['RELEASED', 0, [made, released('r-1', 4)]],
    ['EXPIRED', 0, [made, expired('r-1', 4)]],
    ['RELEASED', 0, [made, expired('r-1', 4), released('r-1', 4, 0, 'OVER')]],
    ['FIRM', 4, [made, expired('r-1', 4), reserved('r-1', 4, 1, { firm: true })]],
    ['FIRM', 1, [made, firmed('r-1'), shipped('r-1', 3, 2)]],
    ['SHIPPED', 0, [made, firmed('r-1'), shipped('r-1', 4, 1)]],
    ['SHIPPED', 0, [made, firmed('r-1'), shipped('r-1', 3, 2), released('r-1', 1)]],
  ] as const)('%s, with %d pieces to go', (status, remaining, events) => {
    expect(rowAfter(...events)).toMatchObject({
      status,
      remaining,
      quantity: 4,
      stockId,
      orderId: 'o-1',
      lineId: 'L1',
    });
  });

  it('tells what was left when it was rejected', () => {
    expect(rowAfter(rejected('r-1', 4, 3, false))?.available).toBe(3);
  });
});

it('both say what the item itself knows, whatever happens to it', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let state = StockItem.initial;
      const events: StockItemEvent[] = [];
      for (const each of steps) {
        const next = eventsOf(state, each);
        state = next.reduce(StockItem.evolve, state);
        events.push(...next);
      }
      const row = itemAfter(...events);
      const { counted, onHand, reserved, waiting } = state;
      if (row) {
        expect(row).toMatchObject({ counted, onHand, reserved, backordered: waiting, available: available(state) });
        expect(row.missing).toBeGreaterThanOrEqual(0);
      }
      for (const [id, { status, remaining }] of rowsAfter(events)) {
        const known = reservationOf(state, id);
        const isOpen = known?.status === 'RESERVED' || known?.status === 'WAITING';
        expect(remaining).toBe(isOpen ? known.quantity : 0);
        // What left after it had lapsed still shows as lapsed, with its shipped pieces: whether that was all, the item knows.
        if (status === 'EXPIRED' && known?.status === 'SHIPPED') continue;
        expect(status).toBe(known?.status === 'RESERVED' && known.firm ? 'FIRM' : known?.status);
      }
    }),
    { numRuns: 300 },
  );
}, 60_000);
