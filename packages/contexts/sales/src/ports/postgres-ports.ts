import { type Clock, localDate, perTick, systemClock } from '@waybill/kernel';
import type { OrderLookup, OrderNumbers, OrderOpening } from './ports.ts';

/** A pool of Postgres connections, as far as it is needed here. */
export interface Sql {
  query(statement: { name: string; text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
}
/** The events of one stream, decrypted, oldest first. */
export type History = (streamId: string) => Promise<readonly { readonly type: string; readonly data: object }[]>;

const NUMBERS = {
  name: 'sales.order_number',
  // Not flushed on its own: an event that carries the number is, and the number with it, as it stands before it in the log.
  text: `with soon as materialized (select set_config('synchronous_commit', 'off', true))
         select nextval('sales.order_number')::text as sequence from soon, generate_series(1, $1)`,
};

/** ORD-2026-000123: the year is that of the business's calendar; the count goes on over the years. */
export const postgresOrderNumbers = (sql: Sql, clock: Clock = systemClock): OrderNumbers => {
  const next = perTick(async (calls: readonly null[]) => {
    const { rows } = await sql.query({ ...NUMBERS, values: [calls.length] });
    return (rows as { sequence: string }[]).map(({ sequence }) => sequence);
  });
  return {
    async next() {
      const sequence = await next(null);
      return `ORD-${localDate(clock.now()).slice(0, 4)}-${sequence.padStart(6, '0')}`;
    },
  };
};

const ORDERS = {
  name: 'sales.orders_by_id',
  // A row of before has none: there were only net prices.
  text: `select id, customer_id as "customerId", currency, coalesce(prices, 'NET') as prices
         from sales.orders where id = any($1::text[])`,
};

/** By the read table, and by the order's own events where the table has not seen it yet. */
export const postgresOrders = (sql: Sql, history: History): OrderLookup => {
  const shown = perTick(async (ids: readonly string[]) => {
    const { rows } = await sql.query({ ...ORDERS, values: [[...new Set(ids)]] });
    const byId = new Map((rows as (OrderOpening & { id: string })[]).map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id));
  });
  return {
    async find(orderId) {
      const row = await shown(orderId);
      if (row) return { customerId: row.customerId, currency: row.currency, prices: row.prices };
      // The first event of an order, however it began, says all of it.
      const first = (await history(`order-${orderId}`))[0];
      return first ? (first.data as OrderOpening) : null;
    },
  };
};
