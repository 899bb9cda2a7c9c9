import { defineProjection, type EventOf, type Recorded } from '@waybill/engine';
import { isAllAsked } from '../order/cancellation.ts';
import { orderEvents } from '../order/events.ts';
import { withMeasures } from '../order/measures.ts';
import type { OrderStatus } from '../order/order.ts';
import { settledRows, shownCancellation } from './cancellation-rows.ts';
import type { OrderRow } from './order-row.ts';
import { changesOf, summed } from './order-row-changes.ts';

const events = Object.values(orderEvents) as (typeof orderEvents)[keyof typeof orderEvents][];
type OrderEvent = Recorded<EventOf<typeof orderEvents>>;
type Opening = Extract<OrderEvent, { readonly type: 'OrderDrafted' | 'OrderPlaced' | 'OrderRecordedAsCancelled' }>;

export const orders = defineProjection({
  name: 'sales.orders',
  version: 3,
  events,
  table: { schema: 'sales', name: 'orders', key: 'id' },
  freshness: 100,
  keys: (event) => [event.id],
  evolve: (row: OrderRow | undefined, event): OrderRow | undefined => {
    if (event.type === 'OrderDrafted') return { ...opened(event), draftedAt: event.occurredAt.toISOString() };
    if (event.type === 'OrderRecordedAsCancelled') return recordedAsCancelled(event);
    const known = row ?? (event.type === 'OrderPlaced' ? opened(event) : undefined);
    if (!known) return undefined;
    const after = { ...known, ...changesOf(known, event) };
    return { ...after, status: statusOf(after), version: event.version, updatedAt: event.recordedAt.toISOString() };
  },
});

/** The same order of precedence as the aggregate's: the end, then what it waits for, then how far it has come. */
const statusOf = (row: OrderRow): OrderStatus => {
  if (row.cancelledAt) return 'CANCELLED';
  if (row.expiredAt) return 'EXPIRED';
  if (row.completedAt) return 'COMPLETED';
  if (!row.placedAt) return 'DRAFT';
  if (isAllAsked(row.cancellations)) return 'CANCELLING';
  if (row.held) return 'HELD';
  return row.confirmedAt ? 'CONFIRMED' : 'PLACED';
};

const opened = ({ id, data, version, recordedAt }: Opening): OrderRow => ({
  id,
  number: data.number,
  status: 'DRAFT',
  version,
  customerId: data.customerId,
  customerName: data.customerName,
  country: null,
  currency: data.currency,
  prices: data.prices,
  terms: 'PREPAID',
  shortage: null,
  channel: 'web',
  externalId: null,
  discounts: [],
  ...summed([]),
  deliveryAddress: null,
  billingAddress: null,
  cancellation: null,
  cancellations: [],
  held: null,
  notes: [],
  draftedAt: null,
  placedAt: null,
  confirmedAt: null,
  cancelledAt: null,
  expiredAt: null,
  completedAt: null,
  updatedAt: recordedAt.toISOString(),
});

/** On record as it was, with nothing of it wanted any more. */
const recordedAsCancelled = (event: Extract<OrderEvent, { type: 'OrderRecordedAsCancelled' }>): OrderRow => {
  const { terms, channel, externalId, country, deliveryAddress, billingAddress, lines, prices, reason } = event.data;
  const at = event.occurredAt.toISOString();
  const cancelled = shownCancellation(settledRows([], reason, at));
  const agreed = summed(withMeasures(lines, []), prices);
  return {
    ...opened(event),
    ...{ terms, channel, externalId, country, deliveryAddress, billingAddress },
    ...agreed,
    ...cancelled,
    status: 'CANCELLED',
    cancelledAt: at,
  };
};
