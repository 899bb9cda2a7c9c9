import type { StockItemEvent } from '../stock-item/events.ts';

type DataOf<T extends StockItemEvent['type']> = Extract<StockItemEvent, { readonly type: T }>['data'];

export const stockId = 'MUG@MAIN';
export const place = { sku: 'MUG', warehouse: 'MAIN' };
/** Of reservation r-1: order o-1, line L1. */
export const line = (reservationId: string) => ({
  reservationId,
  orderId: reservationId.replace('r', 'o'),
  lineId: 'L1',
  ...place,
});

export const received = (quantity: number, onHand = quantity, receiptId = 'rec-1'): StockItemEvent => ({
  type: 'StockReceived',
  data: { receiptId, ...place, quantity, note: '', onHand },
});
export const adjusted = (by: number, onHand: number, adjustmentId = 'adj-1'): StockItemEvent => ({
  type: 'StockAdjusted',
  data: { adjustmentId, ...place, by, reason: 'count', onHand },
});
export const reserved = (
  id: string,
  quantity: number,
  available: number,
  over: Partial<DataOf<'StockReserved'>> = {},
): StockItemEvent => ({
  type: 'StockReserved',
  data: { ...line(id), quantity, available, counted: true, waited: false, firm: false, ...over },
});
export const rejected = (
  id: string,
  quantity: number,
  available: number,
  waits: boolean,
  over: Partial<DataOf<'StockReservationRejected'>> = {},
): StockItemEvent => ({
  type: 'StockReservationRejected',
  data: { ...line(id), quantity, available, waits, firm: false, ...over },
});
export const released = (
  id: string,
  quantity: number,
  left = 0,
  was: DataOf<'ReservationReleased'>['was'] = 'RESERVED',
): StockItemEvent => ({
  type: 'ReservationReleased',
  data: { ...line(id), quantity, left, reason: 'cancelled', was },
});
export const expired = (
  id: string,
  quantity: number,
  was: DataOf<'ReservationExpired'>['was'] = 'RESERVED',
): StockItemEvent => ({
  type: 'ReservationExpired',
  data: { ...line(id), quantity, was },
});
export const firmed = (id: string, was: DataOf<'ReservationFirmed'>['was'] = 'RESERVED'): StockItemEvent => ({
  type: 'ReservationFirmed',
  data: { ...line(id), was },
});
export const shipped = (
  id: string,
  quantity: number,
  onHand: number,
  over: Partial<DataOf<'StockShipped'>> = {},
): StockItemEvent => ({
  type: 'StockShipped',
  data: {
    ...line(id),
    deliveryId: 'd-1',
    quantity,
    settled: quantity,
    taken: quantity,
    was: 'RESERVED',
    onHand,
    ...over,
  },
});
