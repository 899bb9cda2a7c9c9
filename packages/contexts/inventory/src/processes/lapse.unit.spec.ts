import { recorded } from '@waybill/engine/testing';
import { expect, it } from 'vitest';
import type { StockItemEvent } from '../stock-item/events.ts';
import { firmed, released, reserved, stockId } from '../testing/stock-fixtures.ts';
import { lapse } from './lapse.ts';

type Heard = Parameters<typeof lapse.react>[1];
const heard = (event: StockItemEvent) => recorded(stockId, event) as Heard;
type State = typeof lapse.initial;
const after = (...events: readonly StockItemEvent[]): State => {
  let state: State = lapse.initial;
  for (const event of events) state = lapse.react(state, heard(event)).state as State;
  return state;
};

it('waits for a reservation to become firm', () => {
  const state = after(reserved('r-1', 4, 1));
  expect(lapse.waiting(state)).toEqual(['firmness']);
  expect(lapse.waits.firmness.deadline).toEqual({ days: 8 });
  expect(lapse.waits.firmness.late(state)).toEqual({
    state: lapse.initial,
    commands: [{ type: 'ExpireReservation', data: { stockId, reservationId: 'r-1' } }],
  });
});

it('waits no more once it is firm, or released as a whole', () => {
  expect(lapse.waiting(after(reserved('r-1', 4, 1), firmed('r-1')))).toEqual([]);
  expect(lapse.waiting(after(reserved('r-1', 4, 1), released('r-1', 4)))).toEqual([]);
  expect(lapse.waiting(after(reserved('r-1', 4, 1), released('r-1', 1, 3)))).toEqual(['firmness']);
  expect(lapse.waiting(after(firmed('r-1', 'WAITING')))).toEqual([]);
});

it('waits for nothing where it was firm from the beginning', () => {
  const event = heard(reserved('r-1', 4, 1, { firm: true }));
  expect(lapse.instance(event)).toBe('firm');
  expect(lapse.waiting(after(reserved('r-1', 4, 1, { firm: true })))).toEqual([]);
  expect(lapse.instance(heard(reserved('r-1', 4, 1)))).toBe('r-1');
});
