import { accept, type Decision } from '@waybill/kernel';
import { entryOf } from './book.ts';
import type { StockItemEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { StockPlace } from './ids.ts';
import { available, free, type StockItemState } from './stock-item.ts';

const fold = (state: StockItemState, events: readonly StockItemEvent[]): StockItemState => events.reduce(evolve, state);

/** For the oldest in the queue, if there is enough for it; who came later does not overtake. */
const servedNext = (state: StockItemState, place: StockPlace): StockItemEvent | null => {
  const [id] = state.queue;
  const oldest = id === undefined ? undefined : entryOf(state.open, id);
  if (id === undefined || !oldest || oldest.quantity > free(state)) return null;
  const { orderId, lineId, quantity, firm } = oldest;
  const data = { reservationId: id, orderId, lineId, ...place, quantity, counted: true, waited: true, firm };
  // What is left for others is known once it has left the queue.
  const after = evolve(state, { type: 'StockReserved', data: { ...data, available: 0 } });
  return { type: 'StockReserved', data: { ...data, available: available(after) } };
};

/** These events, and whatever those who wait are served by them. */
export const acceptAndServe = (
  before: StockItemState,
  place: StockPlace,
  ...events: readonly StockItemEvent[]
): Decision<StockItemEvent> => {
  const all = [...events];
  let state = fold(before, events);
  for (let next = servedNext(state, place); next; next = servedNext(state, place)) {
    all.push(next);
    state = evolve(state, next);
  }
  return accept<StockItemEvent>(...all);
};
