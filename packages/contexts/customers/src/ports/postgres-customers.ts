import { perTick } from '@waybill/kernel';
import type { Address } from '../address.ts';
import { type Customer, evolve } from '../customer/customer.ts';
import { type CustomerEvent, customerEvents } from '../customer/events.ts';

/** A pool of Postgres connections, as far as it is needed here. */
export interface Sql {
  query(statement: { name: string; text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
}
/** The events of one stream, decrypted, oldest first. */
export type History = (streamId: string) => Promise<readonly { readonly type: string; readonly data: object }[]>;

/** What others capture of a customer. */
export interface CustomerFacts {
  readonly name: string | null;
  readonly address: Address | null;
  /** Null where they have none, too. */
  readonly vatId: string | null;
}
export interface Customers {
  find(customerId: string): Promise<CustomerFacts | null>;
}

const CUSTOMERS = {
  name: 'customers.customers_by_id',
  text: 'select id, name, address, vat_id as "vatId" from customers.customers where id = any($1::text[])',
};

/** By the read table, and by the customer's own events where the table has not seen them yet. */
export const postgresCustomers = (sql: Sql, history: History): Customers => {
  const shown = perTick(async (ids: readonly string[]) => {
    const { rows } = await sql.query({ ...CUSTOMERS, values: [[...new Set(ids)]] });
    const byId = new Map((rows as (CustomerFacts & { id: string })[]).map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id));
  });
  return {
    async find(customerId) {
      const row = await shown(customerId);
      if (row) return { name: row.name, address: row.address, vatId: row.vatId };
      const events = (await history(`customer-${customerId}`)).filter(isCustomerEvent);
      const customer = events.reduce<Customer>(evolve, null);
      return customer && { name: customer.name, address: customer.address, vatId: customer.vatId };
    },
  };
};

const isCustomerEvent = (event: { readonly type: string; readonly data: object }): event is CustomerEvent =>
  event.type in customerEvents;

export interface CustomerNumbers {
  /** Never the same one twice. */
  next(): Promise<string>;
}
const NUMBERS = {
  name: 'customers.customer_number',
  // Not flushed on its own: an event that carries the number is, and the number with it, as it stands before it in the log.
  text: `with soon as materialized (select set_config('synchronous_commit', 'off', true))
         select nextval('customers.customer_number')::text as sequence from soon, generate_series(1, $1)`,
};

/** CUS-000017 */
export const postgresCustomerNumbers = (sql: Sql): CustomerNumbers => {
  const next = perTick(async (calls: readonly null[]) => {
    const { rows } = await sql.query({ ...NUMBERS, values: [calls.length] });
    return (rows as { sequence: string }[]).map(({ sequence }) => sequence);
  });
  return { next: async () => `CUS-${(await next(null)).padStart(6, '0')}` };
};
