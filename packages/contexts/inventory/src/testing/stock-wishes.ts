import { line, place, stockId } from './stock-fixtures.ts';

/** What is asked of an item in its tests; ids are given where they matter. */
export const receive = (quantity: number, receiptId = 'rec-9') => ({
  stockId,
  ...place,
  receiptId,
  quantity,
  note: '',
});
export const adjust = (by: number, adjustmentId = 'adj-9') => ({ stockId, adjustmentId, by, reason: 'count' });
export const reserve = (id: string, quantity: number, backorder = false) => ({
  stockId,
  ...line(id),
  quantity,
  backorder,
  firm: false,
});
export const release = (reservationId: string, quantity: number | null = null) => ({
  stockId,
  reservationId,
  quantity,
  reason: 'cancelled',
});
export const ship = (reservationId: string, quantity: number, deliveryId = 'd-1') => ({
  stockId,
  reservationId,
  deliveryId,
  quantity,
});
export const bringBack = (quantity: number, disposition: 'RESTOCK' | 'SCRAP', lineId = 'L1') => ({
  stockId,
  returnId: 'ret-1',
  orderId: 'o-1',
  lineId,
  quantity,
  disposition,
});
