import { command, defineCommands } from '@waybill/engine';
import { z } from 'zod';

/** Any number is let through to the decision, which refuses what is not a sensible count of pieces. */
const pieces = z.number();
const text = z.string().max(500);
const id = z.string().min(1).max(200);
const item = { stockId: id };
const place = { sku: z.string(), warehouse: z.string() };
const orderLine = { orderId: z.string(), lineId: z.string() };

/** The target of each is `stockIdOf(sku, warehouse)`. All of them are idempotent by the id of what they are about. */
export const stockItemCommands = defineCommands({
  ReceiveStock: command(
    'stockId',
    z.object({ ...item, ...place, receiptId: id, quantity: pieces, note: text.default('') }),
  ),
  /** `by` is signed. On an item that was never counted, 0 says: counted, and there is none. */
  AdjustStock: command('stockId', z.object({ ...item, adjustmentId: id, by: pieces, reason: text.trim().min(1) })),
  /**
   * Answered by StockReserved or StockReservationRejected. `backorder`: it waits in the item's queue where there is too
   * little. `firm`: it never lapses, as if FirmReservation came with it (orders of the past, orders on credit terms).
   */
  ReserveStock: command(
    'stockId',
    z.object({
      ...item,
      ...place,
      reservationId: id,
      ...orderLine,
      quantity: pieces,
      backorder: z.boolean(),
      firm: z.boolean().default(false),
    }),
  ),
  /** `quantity` null: all of it. What comes before its reservation is remembered. */
  ReleaseReservation: command(
    'stockId',
    z.object({ ...item, reservationId: id, quantity: pieces.nullable(), reason: text }),
  ),
  /** It does not lapse any more. One that has lapsed already is made again, or waits. */
  FirmReservation: command('stockId', z.object({ ...item, reservationId: id })),
  /** It lapses, unless it is firm. */
  ExpireReservation: command('stockId', z.object({ ...item, reservationId: id })),
  /** A fact: the goods left the house. */
  ShipReserved: command('stockId', z.object({ ...item, reservationId: id, deliveryId: id, quantity: pieces })),
  /** A fact: the goods came back. */
  ReturnStock: command(
    'stockId',
    z.object({
      ...item,
      returnId: id,
      ...orderLine,
      quantity: pieces,
      disposition: z.enum(['RESTOCK', 'SCRAP']),
    }),
  ),
});
