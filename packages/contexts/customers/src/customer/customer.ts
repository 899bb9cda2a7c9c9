import type { Address } from '../address.ts';
import { type CreditLimits, withLimit } from './credit-limits.ts';
import type { CustomerEvent } from './events.ts';

/** Name, e-mail, address and VAT id are null once the person is forgotten. */
export interface RegisteredCustomer {
  readonly number: string;
  readonly kind: 'BUSINESS' | 'COUNTER_SALE';
  readonly name: string | null;
  readonly email: string | null;
  readonly address: Address | null;
  /** Null where they have none, too. */
  readonly vatId: string | null;
  readonly creditLimits: CreditLimits;
}
/** Null: nobody is registered under this id. */
export type Customer = RegisteredCustomer | null;

export const evolve = (customer: Customer, event: CustomerEvent): Customer => {
  switch (event.type) {
    case 'CustomerRegistered': {
      const { number, kind, name, email, address, vatId } = event.data;
      return { number, kind, name, email, address, vatId, creditLimits: {} };
    }
    case 'CustomerAddressChanged':
      return customer && { ...customer, address: event.data.address };
    case 'CustomerVatIdChanged':
      return customer && { ...customer, vatId: event.data.vatId };
    case 'CreditLimitSet': {
      const { currency, amount } = event.data;
      return customer && { ...customer, creditLimits: withLimit(customer.creditLimits, currency, amount) };
    }
    default:
      return event satisfies never;
  }
};
