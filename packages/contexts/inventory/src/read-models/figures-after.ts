import type { StockItemEvent } from '../stock-item/events.ts';
import type { StockFigures } from './stock-status.ts';

/** What a stock item's figures are after an event of it. Pure; the same sums as the item's own state keeps. */
export const figuresAfter = (before: StockFigures, event: StockItemEvent): StockFigures => {
  /** Pieces of a reservation are neither promised nor waited for any more. */
  const letGo = (was: 'RESERVED' | 'UNCOUNTED' | 'WAITING' | 'OVER', pieces: number): StockFigures => ({
    ...before,
    reserved: before.reserved - (was === 'RESERVED' ? pieces : 0),
    backordered: before.backordered - (was === 'WAITING' ? pieces : 0),
  });
  switch (event.type) {
    case 'StockReceived':
    case 'StockAdjusted':
      return { ...before, counted: true, onHand: event.data.onHand };
    case 'StockReturned':
      return { ...before, onHand: event.data.onHand };
    case 'StockReserved': {
      const { quantity, counted, waited } = event.data;
      return {
        ...before,
        reserved: before.reserved + (counted ? quantity : 0),
        backordered: before.backordered - (waited ? quantity : 0),
      };
    }
    case 'StockReservationRejected':
      return { ...before, backordered: before.backordered + (event.data.waits ? event.data.quantity : 0) };
    case 'ReservationReleased':
    case 'ReservationExpired':
      return letGo(event.data.was, event.data.quantity);
    case 'StockShipped':
      return { ...letGo(event.data.was, event.data.settled), onHand: event.data.onHand };
    case 'ReservationFirmed':
    case 'ReservationForestalled':
      return before;
  }
};
