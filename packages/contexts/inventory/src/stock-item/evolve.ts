import { put, without } from './book.ts';
import type { StockItemEvent } from './events.ts';
import { remember } from './memory.ts';
import {
  adjustmentKey,
  type Reservation,
  receiptKey,
  reservationOf,
  returnKey,
  type StockItemState,
  standing,
} from './stock-item.ts';

type Of<T extends StockItemEvent['type']> = Extract<StockItemEvent, { readonly type: T }>['data'];

/** The reservation as it is from now on, in the book of the open ones or among those that are over. */
const keep = (state: StockItemState, id: string, reservation: Reservation): StockItemState => {
  const isOpen = reservation.status === 'RESERVED' || reservation.status === 'WAITING';
  if (isOpen) return { ...state, open: put(state.open, id, reservation) };
  return { ...state, open: without(state.open, id), over: remember(state.over, id, reservation) };
};

/** Pieces of a reservation are not its any more: neither promised nor waited for. */
const letGo = (state: StockItemState, id: string, before: Reservation, pieces: number): StockItemState => {
  const was = standing(before);
  if (was === 'RESERVED') return { ...state, reserved: state.reserved - pieces };
  if (was !== 'WAITING') return state;
  const queue = pieces < before.quantity ? state.queue : state.queue.filter((waiting) => waiting !== id);
  return { ...state, waiting: state.waiting - pieces, queue };
};

const reserved = (state: StockItemState, data: Of<'StockReserved'>): StockItemState => {
  const { reservationId: id, orderId, lineId, quantity, counted, firm } = data;
  const before = reservationOf(state, id);
  const left = before?.status === 'WAITING' ? letGo(state, id, before, before.quantity) : state;
  const deliveries = before?.deliveries ?? [];
  const after = keep(left, id, { orderId, lineId, quantity, status: 'RESERVED', firm, counted, deliveries });
  return counted ? { ...after, reserved: after.reserved + quantity } : after;
};

const rejected = (state: StockItemState, data: Of<'StockReservationRejected'>): StockItemState => {
  const { reservationId: id, orderId, lineId, quantity, waits, firm } = data;
  const status = waits ? 'WAITING' : 'REJECTED';
  const deliveries = reservationOf(state, id)?.deliveries ?? [];
  const after = keep(state, id, { orderId, lineId, quantity, status, firm, counted: false, deliveries });
  return waits ? { ...after, waiting: after.waiting + quantity, queue: [...after.queue, id] } : after;
};

/** `end`: what it is once nothing of it is left. */
const lessen = (
  state: StockItemState,
  id: string,
  pieces: number,
  end: 'RELEASED' | 'EXPIRED' | 'SHIPPED',
  deliveryId?: string,
): StockItemState => {
  const before = reservationOf(state, id);
  if (!before) return state;
  const left = letGo(state, id, before, pieces);
  const quantity = before.quantity - pieces;
  const deliveries = deliveryId === undefined ? before.deliveries : [...before.deliveries, deliveryId];
  // What lapsed keeps its quantity: it can be made again.
  if (end === 'EXPIRED') return keep(left, id, { ...before, status: end });
  const ended = deliveries.length > 0 ? 'SHIPPED' : end;
  return keep(left, id, { ...before, quantity, deliveries, status: quantity > 0 ? before.status : ended });
};

const shipped = (state: StockItemState, data: Of<'StockShipped'>): StockItemState => {
  const { reservationId, settled, deliveryId, onHand } = data;
  return { ...lessen(state, reservationId, settled, 'SHIPPED', deliveryId), onHand };
};

const firmed = (state: StockItemState, { reservationId: id }: Of<'ReservationFirmed'>): StockItemState => {
  const before = reservationOf(state, id);
  return before ? keep(state, id, { ...before, firm: true }) : state;
};

const record = (state: StockItemState, key: string): StockItemState => ({
  ...state,
  recorded: remember(state.recorded, key, true),
});

export const evolve = (state: StockItemState, event: StockItemEvent): StockItemState => {
  switch (event.type) {
    case 'StockReceived':
      return { ...record(state, receiptKey(event.data.receiptId)), counted: true, onHand: event.data.onHand };
    case 'StockAdjusted':
      return { ...record(state, adjustmentKey(event.data.adjustmentId)), counted: true, onHand: event.data.onHand };
    case 'StockReserved':
      return reserved(state, event.data);
    case 'StockReservationRejected':
      return rejected(state, event.data);
    case 'ReservationReleased':
      return lessen(state, event.data.reservationId, event.data.quantity, 'RELEASED');
    case 'ReservationExpired':
      return lessen(state, event.data.reservationId, event.data.quantity, 'EXPIRED');
    case 'ReservationFirmed':
      return firmed(state, event.data);
    case 'ReservationForestalled': {
      const { reservationId, quantity } = event.data;
      return { ...state, forestalled: remember(state.forestalled, reservationId, { quantity }) };
    }
    case 'StockShipped':
      return shipped(state, event.data);
    case 'StockReturned': {
      const { returnId, lineId, onHand } = event.data;
      return { ...record(state, returnKey(returnId, lineId)), onHand };
    }
  }
};
