import type { HeardOf } from './heard.ts';
import type { Progress, Reservation } from './progress.ts';

type StockEvent = HeardOf<'StockReserved' | 'StockReservationRejected' | 'ReservationExpired'>;

const standing = (event: StockEvent): Reservation => {
  switch (event.type) {
    case 'StockReserved':
      return 'RESERVED';
    case 'StockReservationRejected':
      return event.data.waits ? 'WAITING' : 'REJECTED';
    case 'ReservationExpired':
      return 'LAPSED';
  }
};

/** What inventory tells. */
export const learnStock = (progress: Progress, event: StockEvent): Progress => ({
  ...progress,
  stock: { ...progress.stock, [event.data.lineId]: standing(event) },
});
