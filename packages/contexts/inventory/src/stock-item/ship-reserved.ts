import type { CommandData } from '@waybill/engine';
import { nothing, refuse } from '@waybill/kernel';
import { ReservationUnknown } from '../refusals.ts';
import type { stockItemCommands } from './commands.ts';
import { onItem } from './on-item.ts';
import { isCount, refuseCount } from './pieces.ts';
import { acceptAndServe } from './serve-queue.ts';
import { free, type Reservation, reservationOf, type StockItemState, standing } from './stock-item.ts';

/** By how much on hand goes down: by what was reserved, and for the rest by what nobody was promised. Never below that. */
const takenFor = (quantity: number, settled: number, reservation: Reservation, state: StockItemState): number => {
  const was = standing(reservation);
  if (was === 'UNCOUNTED' || !state.counted) return 0;
  const covered = was === 'RESERVED' ? settled : 0;
  return covered + Math.min(quantity - covered, free(state));
};

/** The goods are gone, whatever the books say: each delivery counts once. */
export const shipReserved = onItem<CommandData<typeof stockItemCommands.ShipReserved>>(
  ({ reservationId, deliveryId, quantity }, state, place) => {
    const known = reservationOf(state, reservationId);
    if (!known) return refuse(ReservationUnknown({ reservationId }));
    if (known.deliveries.includes(deliveryId)) return nothing;
    if (!isCount(quantity)) return refuseCount(quantity);
    const was = standing(known);
    const settled = known.status === 'REJECTED' ? 0 : Math.min(quantity, known.quantity);
    const taken = takenFor(quantity, settled, known, state);
    const { orderId, lineId } = known;
    const line = { reservationId, orderId, lineId, ...place, deliveryId, quantity };
    return acceptAndServe(state, place, {
      type: 'StockShipped',
      data: { ...line, settled, taken, was, onHand: state.onHand - taken },
    });
  },
);
