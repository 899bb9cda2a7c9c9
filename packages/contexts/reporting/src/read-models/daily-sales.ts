import { defineProjection } from '@waybill/engine';
import { localDate } from '@waybill/kernel';
import { orderEvents } from '@waybill/sales/contract';

/** A row of reporting.daily_sales: what was ordered on one day, in one currency (minor units). */
export interface DailySalesRow {
  readonly id: string;
  readonly day: string;
  readonly currency: string;
  /** Placed on this day, and not cancelled since. */
  readonly orders: number;
  readonly net: number;
  readonly total: number;
  readonly cancelled: number;
}

const { OrderPlaced, OrderCancelled } = orderEvents;
const keyOf = (day: string, currency: string) => `${day} ${currency}`;

/** Orders by day of the business's calendar. A cancelled order leaves the day it was placed on. */
export const dailySales = defineProjection({
  name: 'reporting.daily_sales',
  version: 1,
  events: [OrderPlaced, OrderCancelled],
  table: { schema: 'reporting', name: 'daily_sales', key: 'id' },
  freshness: 1_000,
  keys: (event) => {
    if (event.type === 'OrderPlaced') return [keyOf(dayOf(event), event.data.currency)];
    const { placed } = event.data;
    return placed ? [keyOf(placed.on, placed.currency)] : [];
  },
  evolve: (row: DailySalesRow | undefined, event, id): DailySalesRow | undefined => {
    if (event.type === 'OrderPlaced') {
      const { currency, net, total } = event.data;
      const day = row ?? { id, day: dayOf(event), currency, orders: 0, net: 0, total: 0, cancelled: 0 };
      return { ...day, orders: day.orders + 1, net: day.net + net, total: day.total + total };
    }
    const { placed } = event.data;
    if (!row || !placed) return row;
    return {
      ...row,
      orders: row.orders - 1,
      net: row.net - placed.net,
      total: row.total - placed.total,
      cancelled: row.cancelled + 1,
    };
  },
});

export const dayOf = ({ data, occurredAt }: { data: { placedOn?: string | undefined }; occurredAt: Date }): string =>
  data.placedOn ?? localDate(occurredAt);
