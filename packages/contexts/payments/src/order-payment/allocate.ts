import type { Money } from '@waybill/kernel';
import type { OrderPaymentEvent } from './events.ts';

/** A payment that arrived for an order, and how much of it waits for a person (minor units). */
export interface ArrivedPayment extends Money {
  readonly paymentId: string;
  readonly channel: string;
  readonly reference: string;
  readonly unallocated: number;
}
type Unallocated = Extract<OrderPaymentEvent, { readonly type: 'PaymentUnallocated' }>;
export type UnallocatedReason = Unallocated['data']['reason'];

/** That much of a payment waits for a person. `orderReference`: what the payer wrote. */
export const unallocated = (
  { paymentId, channel, reference, currency }: Omit<ArrivedPayment, 'unallocated' | 'amount'>,
  reason: UnallocatedReason,
  amount: number,
  orderReference: string | null,
): Unallocated => ({
  type: 'PaymentUnallocated',
  data: { paymentId, channel, reference, reason, orderReference, amount, currency },
});

/**
 * Puts payments to what is open of a request, in the order they came. What does not fit waits for a person:
 * nothing that arrived is lost, nothing counts twice, and currencies are never converted.
 */
export const allocate = (
  requested: Money,
  open: number,
  payments: readonly ArrivedPayment[],
  orderReference: string | null,
): { readonly open: number; readonly events: readonly OrderPaymentEvent[] } => {
  const events: OrderPaymentEvent[] = [];
  let left = open;
  for (const payment of payments) {
    if (payment.currency !== requested.currency) {
      events.push(unallocated(payment, 'OTHER_CURRENCY', payment.amount, orderReference));
      continue;
    }
    const excess = Math.max(0, payment.amount - left);
    left -= payment.amount - excess;
    if (excess === 0) continue;
    const { paymentId, currency } = payment;
    events.push({ type: 'OverpaymentDetected', data: { paymentId, amount: excess, currency } });
    events.push(unallocated(payment, 'TOO_MUCH', excess, orderReference));
  }
  return { open: left, events };
};
