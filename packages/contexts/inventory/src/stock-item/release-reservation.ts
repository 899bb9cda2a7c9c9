import type { CommandData } from '@waybill/engine';
import { accept, nothing } from '@waybill/kernel';
import type { stockItemCommands } from './commands.ts';
import type { StockItemEvent } from './events.ts';
import { recall } from './memory.ts';
import { onItem } from './on-item.ts';
import { isCount, refuseCount } from './pieces.ts';
import { acceptAndServe } from './serve-queue.ts';
import { reservationOf, standing } from './stock-item.ts';

/** Whatever is not there any more is released already. Who waits gets what becomes free. */
export const releaseReservation = onItem<CommandData<typeof stockItemCommands.ReleaseReservation>>(
  ({ reservationId, quantity: asked, reason }, state, place) => {
    if (asked !== null && !isCount(asked)) return refuseCount(asked);
    const known = reservationOf(state, reservationId);
    if (!known) {
      if (recall(state.forestalled, reservationId)) return nothing;
      return accept<StockItemEvent>({
        type: 'ReservationForestalled',
        data: { reservationId, ...place, quantity: asked, reason },
      });
    }
    const was = standing(known);
    // What has lapsed could be made again, unless it is released.
    if (was === 'OVER' && known.status !== 'EXPIRED') return nothing;
    const { orderId, lineId } = known;
    const quantity = Math.min(asked ?? known.quantity, known.quantity);
    const data = { reservationId, orderId, lineId, ...place, quantity, left: known.quantity - quantity, reason, was };
    return acceptAndServe(state, place, { type: 'ReservationReleased', data });
  },
);

/** Its time is over. What is firm, waits, or is over, does not lapse. */
export const expireReservation = onItem<CommandData<typeof stockItemCommands.ExpireReservation>>(
  ({ reservationId }, state, place) => {
    const known = reservationOf(state, reservationId);
    if (known?.status !== 'RESERVED' || known.firm) return nothing;
    const { orderId, lineId, quantity } = known;
    const data = { reservationId, orderId, lineId, ...place, quantity, was: standing(known) };
    return acceptAndServe(state, place, { type: 'ReservationExpired', data });
  },
);
