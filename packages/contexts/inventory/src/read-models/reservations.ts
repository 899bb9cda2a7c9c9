import { defineProjection, type EventOf, type Recorded } from '@waybill/engine';
import { stockItemEvents } from '../stock-item/events.ts';

export const RESERVATION_STATUSES = [
  'RESERVED',
  'FIRM',
  'WAITING',
  'REJECTED',
  'RELEASED',
  'EXPIRED',
  'SHIPPED',
] as const;
export type ReservationStatus = (typeof RESERVATION_STATUSES)[number];

/** A row of inventory.reservations, in pieces. */
export interface ReservationRow {
  readonly reservationId: string;
  readonly orderId: string;
  readonly lineId: string;
  readonly stockId: string;
  readonly sku: string;
  readonly warehouse: string;
  readonly status: ReservationStatus;
  /** What was asked for at first. */
  readonly quantity: number;
  /** Still promised, or waited for. */
  readonly remaining: number;
  readonly shipped: number;
  readonly firm: boolean;
  readonly counted: boolean;
  /** What was left when it was rejected or had to wait. */
  readonly available: number | null;
  readonly reservedAt: string;
  readonly updatedAt: string;
}

const events = [
  stockItemEvents.StockReserved,
  stockItemEvents.StockReservationRejected,
  stockItemEvents.ReservationReleased,
  stockItemEvents.ReservationExpired,
  stockItemEvents.ReservationFirmed,
  stockItemEvents.StockShipped,
] as const;
type ReservationEvent = Recorded<EventOf<typeof events>>;
type Answer = Extract<ReservationEvent, { readonly type: 'StockReserved' | 'StockReservationRejected' }>;

const answered = (row: ReservationRow | undefined, { id, type, data, recordedAt }: Answer): ReservationRow => {
  const { reservationId, orderId, lineId, sku, warehouse, quantity, firm } = data;
  const at = recordedAt.toISOString();
  const common = {
    ...{ reservationId, orderId, lineId, stockId: id, sku, warehouse, firm },
    quantity: row?.quantity ?? quantity,
    shipped: row?.shipped ?? 0,
    reservedAt: row?.reservedAt ?? at,
    updatedAt: at,
  };
  if (type === 'StockReserved') {
    const status = firm ? 'FIRM' : 'RESERVED';
    return { ...common, status, remaining: quantity, counted: data.counted, available: row?.available ?? null };
  }
  const { available, waits } = data;
  const status = waits ? 'WAITING' : 'REJECTED';
  return { ...common, status, remaining: waits ? quantity : 0, counted: false, available };
};

/** `end`: what it is once nothing of it is left. */
const lessened = (row: ReservationRow, pieces: number, end: ReservationStatus): ReservationRow => {
  const remaining = row.remaining - pieces;
  if (remaining > 0) return { ...row, remaining };
  return { ...row, remaining: 0, status: row.shipped > 0 ? 'SHIPPED' : end };
};

const isOver = ({ status }: ReservationRow): boolean => !['RESERVED', 'FIRM', 'WAITING'].includes(status);

const after = (row: ReservationRow, event: Exclude<ReservationEvent, Answer>): ReservationRow => {
  switch (event.type) {
    case 'ReservationReleased':
      // What had lapsed holds nothing that could be released; it is not made again, and that is all.
      return isOver(row)
        ? { ...row, status: event.data.left > 0 ? row.status : 'RELEASED' }
        : lessened(row, event.data.quantity, 'RELEASED');
    case 'ReservationExpired':
      return { ...row, remaining: 0, status: 'EXPIRED' };
    case 'ReservationFirmed':
      return { ...row, firm: true, status: row.status === 'RESERVED' ? 'FIRM' : row.status };
    case 'StockShipped': {
      const shipped = { ...row, shipped: row.shipped + event.data.quantity };
      // Pieces that left although they had been released are gone all the same.
      if (isOver(row)) return row.status === 'RELEASED' ? { ...shipped, status: 'SHIPPED' } : shipped;
      return lessened(shipped, event.data.settled, 'SHIPPED');
    }
  }
};

/** One row per reservation, for its order and for its stock item. */
export const reservations = defineProjection({
  name: 'inventory.reservations',
  version: 1,
  events,
  table: { schema: 'inventory', name: 'reservations', key: 'reservation_id' },
  freshness: 1_000,
  keys: ({ data }) => [data.reservationId],
  evolve: (row: ReservationRow | undefined, event): ReservationRow | undefined => {
    if (event.type === 'StockReserved' || event.type === 'StockReservationRejected') return answered(row, event);
    return row && { ...after(row, event), updatedAt: event.recordedAt.toISOString() };
  },
});
