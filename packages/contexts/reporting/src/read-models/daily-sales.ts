import { defineProjection } from '@waybill/engine';
import { localDate } from '@waybill/kernel';
import { orderEvents } from '@waybill/sales/contract';

/** A row of reporting.daily_sales: what was ordered on one day, in one currency (minor units). */
export interface DailySalesRow {
  readonly id: string;
  readonly day: string;
  readonly currency: string;
  /** Placed on this day, and neither cancelled nor expired since. */
  readonly orders: number;
  readonly net: number;
  readonly total: number;
  readonly cancelled: number;
}

const { OrderPlaced, OrderLinesCancelled, OrderCancelled, OrderExpired } = orderEvents;
const keyOf = (day: string, currency: string) => `${day} ${currency}`;

/** Orders by day of the business's calendar. What is cancelled, or expires, leaves the day on which it was placed. */
export const dailySales = defineProjection({
  name: 'reporting.daily_sales',
  version: 2,
  events: [OrderPlaced, OrderLinesCancelled, OrderCancelled, OrderExpired],
  table: { schema: 'reporting', name: 'daily_sales', key: 'id' },
  freshness: 1_000,
  keys: (event) => {
    switch (event.type) {
      case 'OrderPlaced':
        return [keyOf(dayOf(event), event.data.currency)];
      case 'OrderLinesCancelled':
        return event.data.on === null ? [] : [keyOf(event.data.on, event.data.currency)];
      default:
        return event.data.placed ? [keyOf(event.data.placed.on, event.data.placed.currency)] : [];
    }
  },
  evolve: (row: DailySalesRow | undefined, event, id): DailySalesRow | undefined => {
    if (event.type === 'OrderPlaced') {
      const { currency, net, total } = event.data;
      const day = row ?? { id, day: dayOf(event), currency, orders: 0, net: 0, total: 0, cancelled: 0 };
      return { ...day, orders: day.orders + 1, net: day.net + net, total: day.total + total };
    }
    if (!row) return undefined;
    if (event.type === 'OrderLinesCancelled') return less(row, event.data);
    const { placed } = event.data;
    return placed ? { ...less(row, placed), orders: row.orders - 1, cancelled: row.cancelled + 1 } : row;
  },
});

const less = (row: DailySalesRow, gone: Pick<DailySalesRow, 'net' | 'total'>): DailySalesRow => ({
  ...row,
  net: row.net - gone.net,
  total: row.total - gone.total,
});

export const dayOf = ({ data, occurredAt }: { data: { placedOn?: string | undefined }; occurredAt: Date }): string =>
  data.placedOn ?? localDate(occurredAt);
