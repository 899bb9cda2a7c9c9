import type { PriceBasis } from '@waybill/kernel';
import type { Address } from '../address.ts';
import { CustomerUnknown } from '../order/refusals.ts';
import type { SalesPorts } from '../ports/ports.ts';
import type { Outcome } from './client-input.ts';

/** The shop's own currency, where a client names none. */
export const SHOP_CURRENCY = 'GBP';

interface Given {
  readonly number?: string | null | undefined;
  readonly customerId: string;
  readonly customerName?: string | null | undefined;
  readonly currency?: string | null | undefined;
  readonly prices?: PriceBasis | null | undefined;
  readonly deliveryAddress?: Address | null | undefined;
  readonly billingAddress?: Address | null | undefined;
}
export interface Header {
  readonly number: string;
  readonly customerId: string;
  readonly customerName: string | null;
  readonly currency: string;
  readonly prices: PriceBasis;
  readonly deliveryAddress: Address | null;
  readonly billingAddress: Address | null;
}

/** Number, customer's name and addresses of a new order; the customer is looked up only where something is missing. */
export const completeHeader = async (
  given: Given,
  { customers, numbers }: Pick<SalesPorts, 'customers' | 'numbers'>,
): Promise<Outcome<Header>> => {
  const { customerId, customerName, deliveryAddress } = given;
  const isWhole = customerName != null && deliveryAddress != null;
  const [customer, number] = await Promise.all([
    isWhole ? { name: customerName, address: deliveryAddress } : customers.find(customerId),
    given.number ?? numbers.next(),
  ]);
  if (!customer) return { refusal: CustomerUnknown({ customerId }) };
  return {
    value: {
      number,
      customerId,
      customerName: customerName ?? customer.name,
      currency: given.currency ?? SHOP_CURRENCY,
      prices: given.prices ?? 'NET',
      deliveryAddress: deliveryAddress ?? customer.address,
      billingAddress: given.billingAddress ?? customer.address,
    },
  };
};
