import { defineEvents, type EventOf, event } from '@waybill/engine';
import { z } from 'zod';

const place = { sku: z.string(), warehouse: z.string() };
const reservation = { reservationId: z.string(), orderId: z.string(), lineId: z.string(), ...place };
/**
 * What a reservation was before: RESERVED (pieces on hand were promised), UNCOUNTED (granted without a count), WAITING (in
 * the queue), OVER (released, lapsed or shipped).
 */
const was = z.enum(['RESERVED', 'UNCOUNTED', 'WAITING', 'OVER']);
/** On hand, after it. */
const onHand = z.number();

export const stockItemEvents = defineEvents({
  StockReceived: event(
    1,
    z.object({ receiptId: z.string(), ...place, quantity: z.number(), note: z.string(), onHand }),
  ),
  StockAdjusted: event(1, z.object({ adjustmentId: z.string(), ...place, by: z.number(), reason: z.string(), onHand })),
  /**
   * `available` after it: what a new reservation could have. Not `counted`: the item was never counted, and its stock is
   * not lowered. `waited`: it stood in the queue before. `firm`: it does not lapse.
   */
  StockReserved: event(
    1,
    z.object({
      ...reservation,
      quantity: z.number(),
      available: z.number(),
      counted: z.boolean(),
      waited: z.boolean(),
      firm: z.boolean(),
    }),
  ),
  /** Too little was `available`. `waits`: it stands in the queue; otherwise that was the end of it. */
  StockReservationRejected: event(
    1,
    z.object({ ...reservation, quantity: z.number(), available: z.number(), waits: z.boolean(), firm: z.boolean() }),
  ),
  /** So many pieces of it; `left`: what of it goes on. */
  ReservationReleased: event(
    1,
    z.object({ ...reservation, quantity: z.number(), left: z.number(), reason: z.string(), was }),
  ),
  ReservationExpired: event(1, z.object({ ...reservation, quantity: z.number(), was })),
  ReservationFirmed: event(1, z.object({ ...reservation, was })),
  /** A release that came before its reservation. `quantity` null: all of it. */
  ReservationForestalled: event(
    1,
    z.object({ reservationId: z.string(), ...place, quantity: z.number().nullable(), reason: z.string() }),
  ),
  /**
   * So many pieces left the house. `settled`: of the reservation; `taken`: by which on hand went down. Where neither covers
   * `quantity` on a counted item, more left than the books had: the shelf wants counting.
   */
  StockShipped: event(
    1,
    z.object({
      ...reservation,
      deliveryId: z.string(),
      quantity: z.number(),
      settled: z.number(),
      taken: z.number(),
      was,
      onHand,
    }),
  ),
  /** `restocked`: by which on hand went up; 0 for scrap, and for an item that was never counted. */
  StockReturned: event(
    1,
    z.object({
      returnId: z.string(),
      orderId: z.string(),
      lineId: z.string(),
      ...place,
      quantity: z.number(),
      disposition: z.enum(['RESTOCK', 'SCRAP']),
      restocked: z.number(),
      onHand,
    }),
  ),
});
export type StockItemEvent = EventOf<typeof stockItemEvents>;
