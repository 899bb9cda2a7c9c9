import { defineProjection } from '@waybill/engine';
import type { Address } from '../address.ts';
import { customerEvents } from '../customer/events.ts';

/** A row of customers.customers; name, e-mail, address and VAT id are null once the person is forgotten. */
export interface CustomerRow {
  readonly id: string;
  readonly number: string;
  readonly kind: 'BUSINESS' | 'COUNTER_SALE';
  readonly version: number;
  readonly name: string | null;
  readonly email: string | null;
  readonly country: string | null;
  readonly address: Address | null;
  readonly vatId: string | null;
  readonly search: string;
  readonly registeredAt: string;
  readonly updatedAt: string;
}

export const customers = defineProjection({
  name: 'customers.customers',
  version: 2,
  events: [
    customerEvents.CustomerRegistered,
    customerEvents.CustomerAddressChanged,
    customerEvents.CustomerVatIdChanged,
    customerEvents.CreditLimitSet,
  ],
  table: { schema: 'customers', name: 'customers', key: 'id' },
  freshness: 1_000,
  keys: (event) => [event.id],
  evolve: (row: CustomerRow | undefined, event, id): CustomerRow | undefined => {
    const updated = { version: event.version, updatedAt: event.recordedAt.toISOString() };
    if (event.type === 'CustomerAddressChanged') {
      const { address } = event.data;
      return row && { ...row, address, country: address?.country ?? row.country, ...updated };
    }
    // It is in a view of its own; here it is one more version.
    if (event.type === 'CreditLimitSet') return row && { ...row, ...updated };
    if (event.type === 'CustomerVatIdChanged') return row && { ...row, vatId: event.data.vatId, ...updated };
    const { number, kind, name, email, address, vatId } = event.data;
    const search = [number, name, email]
      .filter((text) => text !== null)
      .join(' ')
      .toLowerCase();
    const country = address?.country ?? null;
    const registeredAt = event.occurredAt.toISOString();
    return { id, number, kind, name, email, country, address, vatId, search, registeredAt, ...updated };
  },
});
