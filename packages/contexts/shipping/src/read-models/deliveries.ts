import { defineProjection, type EventOf, type Recorded } from '@waybill/engine';
import type { ShippingLine } from '@waybill/sales/contract';
import { deliveryEvents } from '../delivery/events.ts';
import { countOf, minus, type Pieces, plus, totalOf, withPieces } from '../pieces.ts';
import type { DeliveryReturn, DeliveryRow } from './delivery-row.ts';

type Event = Recorded<EventOf<typeof deliveryEvents>>;
type Of<T extends Event['type']> = Extract<Event, { readonly type: T }>;

/** The column and GraphQL's Int end here; what weighs more than 2,147 tonnes was never weighed. */
const MAX_GRAMS = 2_147_483_647;

const weightOf = (lines: readonly ShippingLine[]): number | null =>
  lines.reduce<number | null>((sum, { weightGrams, quantity }) => {
    if (sum === null || weightGrams === null) return null;
    const grams = sum + weightGrams * quantity;
    return grams > MAX_GRAMS ? null : grams;
  }, 0);

const scheduled = (id: string, { data, version, occurredAt }: Of<'DeliveryScheduled'>): DeliveryRow => {
  const { lines, number, orderNumber, customerName, deliveryAddress: to } = data;
  return {
    id,
    ...data,
    pieces: totalOf(countOf(lines)),
    weightGrams: weightOf(lines),
    status: 'SCHEDULED',
    version,
    carrier: null,
    trackingNumber: null,
    scheduledAt: occurredAt.toISOString(),
    pickedAt: null,
    packedAt: null,
    dispatchedAt: null,
    deliveredAt: null,
    returns: null,
    packedOverride: null,
    failedAt: null,
    failure: null,
    cancelledAt: null,
    cancellation: null,
    search: [number, orderNumber, customerName, to?.city, to?.country].filter(Boolean).join(' ').toLowerCase(),
  };
};

const without = (row: DeliveryRow, less: readonly Pieces[]): Partial<DeliveryRow> => {
  if (less.length === 0) return {};
  const lines = withPieces(row.lines, minus(countOf(row.lines), less));
  return { lines, pieces: totalOf(countOf(lines)), weightGrams: weightOf(lines) };
};

const requested = (row: DeliveryRow, { data, occurredAt }: Of<'ReturnRequested'>): Partial<DeliveryRow> => {
  const { returnId: id, lines, reason } = data;
  const requestedAt = occurredAt.toISOString();
  const asked = lines.map((line) => ({ ...line, disposition: null }));
  return { returns: [...(row.returns ?? []), { id, reason, requestedAt, receivedAt: null, lines: asked }] };
};

/** Everything that left has come back. */
const isBack = (row: DeliveryRow, returns: readonly DeliveryReturn[]): boolean => {
  const here = returns.filter(({ receivedAt }) => receivedAt !== null).flatMap(({ lines }) => lines);
  return totalOf(plus(new Map(), here)) === row.pieces;
};

const received = (row: DeliveryRow, { data, occurredAt }: Of<'ReturnReceived'>): Partial<DeliveryRow> => {
  const { returnId: id, lines } = data;
  const known = row.returns ?? [];
  const announced = known.find((one) => one.id === id) ?? { id, reason: null, requestedAt: null };
  const here = { ...announced, receivedAt: occurredAt.toISOString(), lines };
  const returns = known.some((one) => one.id === id)
    ? known.map((one) => (one.id === id ? here : one))
    : [...known, here];
  return { returns, ...(isBack(row, returns) ? { status: 'RETURNED' } : {}) };
};

/** What an event changes of the row. */
const changes = (row: DeliveryRow, event: Exclude<Event, Of<'DeliveryScheduled'>>): Partial<DeliveryRow> => {
  const at = event.occurredAt.toISOString();
  switch (event.type) {
    case 'DeliveryRedirected':
      return { deliveryAddress: event.data.deliveryAddress };
    case 'DeliveryPicked':
      return { ...without(row, event.data.missing), status: 'PICKED', pickedAt: at };
    case 'DeliveryShortened':
      return {
        ...without(row, event.data.lines),
        ...(row.status === 'PACKED' ? { status: 'PICKED', packedAt: null } : {}),
      };
    case 'DeliveryPacked':
      return { status: 'PACKED', packedAt: at, packedOverride: event.data.override };
    case 'DeliveryDispatched': {
      const { carrier, trackingNumber } = event.data;
      const search = `${row.search} ${carrier} ${trackingNumber}`.toLowerCase();
      return { status: 'DISPATCHED', dispatchedAt: at, carrier, trackingNumber, search };
    }
    case 'DeliveryRetried':
      return { status: 'DISPATCHED', failedAt: null, failure: null };
    case 'DeliveryConfirmed':
      return { status: 'DELIVERED', deliveredAt: at };
    case 'DeliveryFailed':
      return { status: 'FAILED', failedAt: at, failure: event.data.reason };
    case 'DeliverySentBack':
      return { status: 'RETURNING' };
    case 'DeliveryCancelled':
      return { status: 'CANCELLED', cancelledAt: at, cancellation: event.data.reason };
    case 'ReturnRequested':
      return requested(row, event);
    case 'ReturnReceived':
      return received(row, event);
    case 'CarrierScanRecorded':
      return {};
  }
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
    if (event.type === 'DeliveryScheduled') return scheduled(id, event);
    return row && { ...row, ...changes(row, event), version: event.version };
  },
});
