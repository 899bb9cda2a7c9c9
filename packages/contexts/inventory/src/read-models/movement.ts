import type { Actor, Recorded } from '@waybill/engine';
import type { StockItemEvent } from '../stock-item/events.ts';
import type { StockFigures } from './stock-status.ts';

/** Something that happened to a stock item, as its page tells it. */
export interface Movement {
  readonly eventId: string;
  /** The event's type. */
  readonly type: string;
  /** How many pieces it is about; signed where the shelf was counted. */
  readonly pieces: number;
  /** After it. */
  readonly onHand: number;
  readonly reserved: number;
  readonly orderId: string | null;
  readonly note: string | null;
  readonly actor: Actor;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** More of them stand in the item's history. */
export const KEPT = 15;

const piecesOf = (event: StockItemEvent): number => {
  switch (event.type) {
    case 'StockAdjusted':
      return event.data.by;
    case 'ReservationFirmed':
      return 0;
    case 'ReservationForestalled':
      return event.data.quantity ?? 0;
    default:
      return event.data.quantity;
  }
};

const noteOf = (event: StockItemEvent): string | null => {
  switch (event.type) {
    case 'StockReceived':
      return event.data.note || null;
    case 'StockAdjusted':
    case 'ReservationReleased':
    case 'ReservationForestalled':
      return event.data.reason;
    case 'StockReturned':
      return event.data.disposition;
    case 'StockReservationRejected':
      return event.data.waits ? 'WAITS' : null;
    default:
      return null;
  }
};

export const movementOf = (event: Recorded<StockItemEvent>, { onHand, reserved }: StockFigures): Movement => ({
  eventId: event.eventId,
  type: event.type,
  pieces: piecesOf(event),
  onHand,
  reserved,
  orderId: 'orderId' in event.data ? event.data.orderId : null,
  note: noteOf(event),
  actor: { kind: event.actor.kind, id: event.actor.id, name: event.actor.name },
  at: event.occurredAt.toISOString(),
});
