import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stockId } from '../testing/stock-fixtures.ts';
import { eventsOf, reservation, type Step, step } from '../testing/stock-steps.ts';
import { StockItem } from './aggregate.ts';
import { entriesOf, entryOf } from './book.ts';
import type { StockItemEvent } from './events.ts';
import { free, reservationOf, type StockItemState } from './stock-item.ts';

/** The books of the state are what its reservations say. */
const expectSound = (state: StockItemState) => {
  const open = entriesOf(state.open).map(([, reservation]) => reservation);
  const sum = (list: typeof open) => list.reduce((pieces, { quantity }) => pieces + quantity, 0);
  const waiting = open.filter(({ status }) => status === 'WAITING');
  expect(state.onHand).toBeGreaterThanOrEqual(0);
  expect(state.reserved).toBe(sum(open.filter(({ status, counted }) => status === 'RESERVED' && counted)));
  expect(state.reserved).toBeLessThanOrEqual(state.onHand);
  expect(state.waiting).toBe(sum(waiting));
  expect(state.queue.length).toBe(waiting.length);
  expect(open.every(({ quantity }) => quantity > 0)).toBe(true);
  const [oldest] = state.queue;
  if (oldest !== undefined) expect(entryOf(state.open, oldest)?.quantity).toBeGreaterThan(free(state));
};

/** What the events alone tell of the shelf. */
const movedBy = (event: StockItemEvent): number => {
  switch (event.type) {
    case 'StockReceived':
      return event.data.quantity;
    case 'StockAdjusted':
      return event.data.by;
    case 'StockShipped':
      return -event.data.taken;
    case 'StockReturned':
      return event.data.restocked;
    default:
      return 0;
  }
};

describe('a stock item, whatever is asked of it in whatever order', () => {
  const run = (
    steps: readonly Step[],
    look: (before: StockItemState, step: Step, events: readonly StockItemEvent[]) => void,
  ) => {
    let state = StockItem.initial;
    for (const step of steps) {
      const before = state;
      const events = eventsOf(before, step);
      for (const event of events) {
        state = StockItem.evolve(state, event);
        expect(state.reserved).toBeLessThanOrEqual(state.onHand);
      }
      look(before, step, events);
      expectSound(state);
    }
    return state;
  };

  it('never has less than nothing, and never promises more than there is', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let shelf = 0;
        const state = run(steps, (_before, _step, events) => {
          for (const event of events) shelf += movedBy(event);
        });
        expect(state.onHand).toBe(shelf);
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  it('serves those who wait oldest first', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        run(steps, (before, { data }, events) => {
          const served = events.flatMap(({ type, data }) =>
            type === 'StockReserved' && data.waited ? [data.reservationId] : [],
          );
          // Whoever left the queue by this very command is over; the others are served from its head on.
          const queue = before.queue.filter((id) => id !== data.reservationId || served.includes(id));
          expect(served).toEqual(queue.slice(0, served.length));
        });
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('does nothing twice, and forgets nothing as JSON', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let state = StockItem.initial;
        for (const step of steps) {
          state = eventsOf(state, step).reduce(StockItem.evolve, state);
          if (step.repeated) expect(eventsOf(state, step)).toEqual([]);
          const stored = JSON.parse(JSON.stringify(state));
          expect(stored).toEqual(state);
          state = stored;
        }
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it('promises nothing to whom was released before', () => {
    fc.assert(
      fc.property(reservation, fc.array(step, { maxLength: 30 }), (id, steps) => {
        const release: Step = {
          type: 'ReleaseReservation',
          data: { stockId, reservationId: id, quantity: null, reason: 'cancelled' },
          repeated: true,
        };
        const state = run([release, ...steps], () => {});
        expect(['REJECTED', undefined]).toContain(reservationOf(state, id)?.status);
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});
