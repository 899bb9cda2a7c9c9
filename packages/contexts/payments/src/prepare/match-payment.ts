import type { Prepare } from '@waybill/engine';
import { CreditorUnknown, PaidOrderUnknown } from '../order-payment/refusals.ts';
import type { CustomerDirectory } from './customer-directory.ts';
import type { OrderDirectory } from './order-directory.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** Money is put to orders that there are: `orderId` may be a readable number. */
export const prepareMatch =
  (orders: OrderDirectory): Prepare =>
  async (input) => {
    const order = text(input.orderId);
    const found = order === '' ? undefined : await orders.find(order);
    return found
      ? { kind: 'prepared', data: { ...input, orderId: found.orderId } }
      : { kind: 'refused', refusal: PaidOrderUnknown({ order }) };
  };

/** Money is kept for customers that there are. */
export const prepareCredit =
  (customers: CustomerDirectory): Prepare =>
  async (input) => {
    const customerId = text(input.customerId);
    return customerId !== '' && (await customers.find(customerId)) !== null
      ? { kind: 'prepared', data: { ...input, customerId } }
      : { kind: 'refused', refusal: CreditorUnknown({ customerId }) };
  };
