import type { CommandData } from '@waybill/engine';
import { accept, type Decision, nothing, refuse } from '@waybill/kernel';
import { ReservationUnknown } from '../refusals.ts';
import type { stockItemCommands } from './commands.ts';
import type { StockItemEvent } from './events.ts';
import type { StockPlace } from './ids.ts';
import { recall } from './memory.ts';
import { onItem } from './on-item.ts';
import { isCount, refuseCount } from './pieces.ts';
import { available, reservationOf, type StockItemState, standing } from './stock-item.ts';

interface Wanted {
  readonly reservationId: string;
  readonly orderId: string;
  readonly lineId: string;
  readonly quantity: number;
  readonly firm: boolean;
}

/** Promised, or rejected with what is left. Whoever comes while others wait, waits behind them. */
const answer = (
  { reservationId, orderId, lineId, quantity, firm }: Wanted,
  backorder: boolean,
  state: StockItemState,
  place: StockPlace,
): StockItemEvent => {
  const left = available(state);
  const data = { reservationId, orderId, lineId, ...place, quantity, firm };
  if (!state.counted) return { type: 'StockReserved', data: { ...data, available: 0, counted: false, waited: false } };
  if (quantity <= left)
    return { type: 'StockReserved', data: { ...data, available: left - quantity, counted: true, waited: false } };
  return { type: 'StockReservationRejected', data: { ...data, available: left, waits: backorder } };
};

/** What is left to reserve after a release that came first. */
const unreleased = (quantity: number, state: StockItemState, reservationId: string): number => {
  const release = recall(state.forestalled, reservationId);
  return release ? quantity - (release.quantity ?? quantity) : quantity;
};

/** The answer is an event either way. */
export const reserveStock = onItem<CommandData<typeof stockItemCommands.ReserveStock>>(
  ({ backorder, ...wanted }, state, place): Decision<StockItemEvent> => {
    if (reservationOf(state, wanted.reservationId)) return nothing;
    if (!isCount(wanted.quantity)) return refuseCount(wanted.quantity);
    const quantity = unreleased(wanted.quantity, state, wanted.reservationId);
    if (quantity > 0) return accept(answer({ ...wanted, quantity }, backorder, state, place));
    const { reservationId, orderId, lineId, firm } = wanted;
    const data = { reservationId, orderId, lineId, ...place, quantity: wanted.quantity, firm };
    return accept<StockItemEvent>({
      type: 'StockReservationRejected',
      data: { ...data, available: available(state), waits: false },
    });
  },
);

/** From now on it does not lapse. Where it has lapsed already, it is made again; where there is too little by now, it waits. */
export const firmReservation = onItem<CommandData<typeof stockItemCommands.FirmReservation>>(
  ({ reservationId }, state, place): Decision<StockItemEvent> => {
    const known = reservationOf(state, reservationId);
    if (!known) return refuse(ReservationUnknown({ reservationId }));
    const { orderId, lineId, quantity, status, firm } = known;
    if (status === 'EXPIRED')
      return accept(answer({ reservationId, orderId, lineId, quantity, firm: true }, true, state, place));
    const was = standing(known);
    if (firm || was === 'OVER') return nothing;
    return accept<StockItemEvent>({
      type: 'ReservationFirmed',
      data: { reservationId, orderId, lineId, ...place, was },
    });
  },
);
