import { defineProcess, send } from '@waybill/engine';
import { stockItemCommands } from '../stock-item/commands.ts';
import { stockItemEvents } from '../stock-item/events.ts';

interface Lapsing {
  /** Of a reservation that can lapse. */
  readonly stockId: string | null;
  readonly reservationId: string | null;
}

const over: Lapsing = { stockId: null, reservationId: null };

/** What never lapses needs nobody who waits for it: all of those share one instance, which has nothing to do. */
const FIRM = 'firm';

/**
 * A reservation lapses 8 days after it was made, unless something made it firm: a day longer than an order waits for its
 * payment. What of it was shipped or released meanwhile is over, and expiring that is nothing.
 */
export const lapse = defineProcess({
  name: 'inventory.lapse',
  // Nothing was reserved before there were reservations.
  startFrom: 'deployment',
  events: [stockItemEvents.StockReserved, stockItemEvents.ReservationFirmed, stockItemEvents.ReservationReleased],
  instance: ({ type, data }) => (type === 'StockReserved' && data.firm ? FIRM : data.reservationId),
  initial: over,
  waits: {
    firmness: {
      for: 'whatever makes the reservation firm',
      deadline: { days: 8 },
      late: ({ stockId, reservationId }: Lapsing) => ({
        state: over,
        commands:
          stockId === null || reservationId === null
            ? []
            : [send(stockItemCommands.ExpireReservation, { stockId, reservationId })],
      }),
    },
  },
  waiting: ({ reservationId }) => (reservationId === null ? [] : ['firmness']),
  react: (state, { type, id, data }) => {
    switch (type) {
      case 'StockReserved':
        return { state: data.firm ? state : { stockId: id, reservationId: data.reservationId } };
      case 'ReservationFirmed':
        return { state: over };
      case 'ReservationReleased':
        return { state: data.left > 0 ? state : over };
    }
  },
});
