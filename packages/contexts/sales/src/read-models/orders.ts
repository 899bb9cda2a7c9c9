import { defineProjection, type EventOf, type Recorded } from '@waybill/engine';
import { documentTotals, type TaxTotal } from '@waybill/kernel';
import type { Address } from '../address.ts';
import { orderEvents } from '../order/events.ts';
import type { OrderLine } from '../order/line.ts';
import type { OrderStatus } from '../order/order.ts';

/** A row of sales.orders. Amounts in minor units, instants as ISO texts. */
export interface OrderRow {
  readonly id: string;
  readonly number: string;
  readonly status: OrderStatus;
  readonly version: number;
  readonly customerId: string;
  readonly customerName: string | null;
  readonly country: string | null;
  readonly currency: string;
  readonly terms: 'PREPAID';
  readonly channel: string;
  readonly externalId: string | null;
  readonly lines: readonly OrderLine[];
  readonly taxes: readonly TaxTotal[];
  readonly net: number;
  readonly tax: number;
  readonly total: number;
  readonly deliveryAddress: Address | null;
  readonly billingAddress: Address | null;
  readonly cancellation: {
    readonly reason: string;
    readonly requestedAt: string;
    readonly rejected: { readonly code: string; readonly message: string } | null;
  } | null;
  readonly draftedAt: string | null;
  readonly placedAt: string | null;
  readonly confirmedAt: string | null;
  readonly cancelledAt: string | null;
  readonly completedAt: string | null;
  readonly updatedAt: string;
}

const events = Object.values(orderEvents) as (typeof orderEvents)[keyof typeof orderEvents][];
type OrderEvent = Recorded<EventOf<typeof orderEvents>>;
type Opening = Extract<OrderEvent, { readonly type: 'OrderDrafted' | 'OrderPlaced' }>;
type LaterEvent = Exclude<OrderEvent, { readonly type: 'OrderDrafted' }>;

export const orders = defineProjection({
  name: 'sales.orders',
  version: 1,
  events,
  table: { schema: 'sales', name: 'orders', key: 'id' },
  freshness: 100,
  keys: (event) => [event.id],
  evolve: (row: OrderRow | undefined, event): OrderRow | undefined => {
    if (event.type === 'OrderDrafted') return { ...opened(event), draftedAt: event.occurredAt.toISOString() };
    const known = row ?? (event.type === 'OrderPlaced' ? opened(event) : undefined);
    return (
      known && { ...known, ...changes(known, event), version: event.version, updatedAt: event.recordedAt.toISOString() }
    );
  },
});

const opened = ({ id, data, version, recordedAt }: Opening): OrderRow => ({
  id,
  number: data.number,
  status: 'DRAFT',
  version,
  customerId: data.customerId,
  customerName: data.customerName,
  country: null,
  currency: data.currency,
  terms: 'PREPAID',
  channel: 'web',
  externalId: null,
  ...summed([]),
  deliveryAddress: null,
  billingAddress: null,
  cancellation: null,
  draftedAt: null,
  placedAt: null,
  confirmedAt: null,
  cancelledAt: null,
  completedAt: null,
  updatedAt: recordedAt.toISOString(),
});

const summed = (lines: readonly OrderLine[]) => ({ lines, ...documentTotals(lines) });

const changes = (row: OrderRow, event: LaterEvent): Partial<OrderRow> => {
  const at = event.occurredAt.toISOString();
  switch (event.type) {
    case 'ItemAddedToOrder':
    case 'ChargeAddedToOrder':
      return summed([...row.lines, event.data.line]);
    case 'ItemQuantityChanged': {
      const { lineId, quantity, amount } = event.data;
      return summed(row.lines.map((line) => (line.lineId === lineId ? { ...line, quantity, amount } : line)));
    }
    case 'ItemRemovedFromOrder':
      return summed(row.lines.filter(({ lineId }) => lineId !== event.data.lineId));
    case 'DeliveryAddressChanged':
      return { deliveryAddress: event.data.address, country: event.data.address?.country ?? row.country };
    case 'BillingAddressChanged':
      return { billingAddress: event.data.address };
    case 'OrderPlaced': {
      const { net, tax, total, country, channel, externalId } = event.data;
      return { status: 'PLACED', placedAt: at, net, tax, total, country, channel, externalId };
    }
    case 'OrderForBilling': {
      const weights = weightsOf(row.lines);
      const lines = event.data.lines.map((line) => ({ ...line, weightGrams: weights.get(line.lineId) ?? null }));
      return { billingAddress: event.data.billingAddress, ...summed(lines) };
    }
    case 'OrderForShipping': {
      const weights = weightsOf(event.data.lines);
      const lines = row.lines.map((line) => ({ ...line, weightGrams: weights.get(line.lineId) ?? line.weightGrams }));
      return { deliveryAddress: event.data.deliveryAddress, lines };
    }
    case 'OrderConfirmed':
      return { confirmedAt: at, ...(row.status === 'PLACED' ? { status: 'CONFIRMED' } : {}) };
    case 'CancellationRequested':
      return { status: 'CANCELLING', cancellation: { reason: event.data.reason, requestedAt: at, rejected: null } };
    case 'CancellationRejected':
      return {
        ...(row.status === 'CANCELLING' ? { status: row.confirmedAt ? 'CONFIRMED' : 'PLACED' } : {}),
        cancellation: row.cancellation && { ...row.cancellation, rejected: event.data },
      };
    case 'OrderCancelled':
      return {
        status: 'CANCELLED',
        cancelledAt: at,
        cancellation: row.cancellation ?? { reason: event.data.reason, requestedAt: at, rejected: null },
      };
    case 'OrderCompleted':
      return { status: 'COMPLETED', completedAt: at };
    default:
      return event satisfies never;
  }
};

const weightsOf = (lines: readonly { readonly lineId: string; readonly weightGrams: number | null }[]) =>
  new Map(lines.map(({ lineId, weightGrams }) => [lineId, weightGrams]));
