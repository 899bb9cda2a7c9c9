import { defineProjection } from '@waybill/engine';
import type { Address, ShippingLine } from '@waybill/sales/contract';
import type { DeliveryStatus } from '../delivery/delivery.ts';
import { deliveryEvents } from '../delivery/events.ts';
import { countOf, minus, type Pieces, totalOf, withPieces } from '../pieces.ts';

/** A row of shipping.deliveries. Instants as ISO texts. */
export interface DeliveryRow {
  readonly id: string;
  readonly number: string;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly customerId: string;
  readonly customerName: string | null;
  readonly deliveryAddress: Address | null;
  readonly lines: readonly ShippingLine[];
  readonly pieces: number;
  /** Null where a line's weight is not known, or cannot be true. */
  readonly weightGrams: number | null;
  readonly status: DeliveryStatus;
  readonly version: number;
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  readonly scheduledAt: string;
  readonly pickedAt: string | null;
  readonly packedAt: string | null;
  readonly dispatchedAt: string | null;
  readonly deliveredAt: string | null;
  readonly search: string;
}

/** The column and GraphQL's Int end here; what weighs more than 2,147 tonnes was never weighed. */
const MAX_GRAMS = 2_147_483_647;

const weightOf = (lines: readonly ShippingLine[]): number | null =>
  lines.reduce<number | null>((sum, { weightGrams, quantity }) => {
    if (sum === null || weightGrams === null) return null;
    const grams = sum + weightGrams * quantity;
    return grams > MAX_GRAMS ? null : grams;
  }, 0);

const holding = (row: DeliveryRow, less: readonly Pieces[]): DeliveryRow => {
  if (less.length === 0) return row;
  const lines = withPieces(row.lines, minus(countOf(row.lines), less));
  return { ...row, lines, pieces: totalOf(countOf(lines)), weightGrams: weightOf(lines) };
};

/** One row per delivery, for the board and the order's page. */
export const deliveries = defineProjection({
  name: 'shipping.deliveries',
  version: 1,
  events: Object.values(deliveryEvents),
  table: { schema: 'shipping', name: 'deliveries', key: 'id' },
  freshness: 1_000,
  keys: ({ id }) => [id],
  evolve: (row: DeliveryRow | undefined, event, id): DeliveryRow | undefined => {
    const at = event.occurredAt.toISOString();
    const { version } = event;
    if (event.type === 'DeliveryScheduled') {
      const { lines, number, orderNumber, customerName, deliveryAddress: to } = event.data;
      return {
        id,
        ...event.data,
        pieces: lines.reduce((sum, { quantity }) => sum + quantity, 0),
        weightGrams: weightOf(lines),
        status: 'SCHEDULED',
        version,
        carrier: null,
        trackingNumber: null,
        scheduledAt: at,
        pickedAt: null,
        packedAt: null,
        dispatchedAt: null,
        deliveredAt: null,
        search: [number, orderNumber, customerName, to?.city, to?.country].filter(Boolean).join(' ').toLowerCase(),
      };
    }
    if (!row) return row;
    switch (event.type) {
      case 'DeliveryRedirected': {
        const { deliveryAddress } = event.data;
        return { ...row, version, deliveryAddress };
      }
      case 'DeliveryPicked':
        return { ...holding(row, event.data.missing), version, status: 'PICKED', pickedAt: at };
      case 'DeliveryShortened': {
        const status = row.status === 'PACKED' ? 'PICKED' : row.status;
        return { ...holding(row, event.data.lines), version, status };
      }
      case 'DeliveryPacked':
        return { ...row, version, status: 'PACKED', packedAt: at };
      case 'DeliveryDispatched': {
        const { carrier, trackingNumber } = event.data;
        const search = `${row.search} ${carrier} ${trackingNumber}`.toLowerCase();
        return { ...row, version, status: 'DISPATCHED', dispatchedAt: at, carrier, trackingNumber, search };
      }
      case 'DeliveryRetried':
        return { ...row, version, status: 'DISPATCHED' };
      case 'DeliveryFailed':
        return { ...row, version, status: 'FAILED' };
      case 'DeliverySentBack':
        return { ...row, version, status: 'RETURNING' };
      case 'DeliveryCancelled':
        return { ...row, version, status: 'CANCELLED' };
      case 'CarrierScanRecorded':
      case 'ReturnRequested':
      case 'ReturnReceived':
        return { ...row, version };
      case 'DeliveryConfirmed':
        return { ...row, version, status: 'DELIVERED', deliveredAt: at };
    }
  },
});
