import type { OrderPaymentEvent, Taken } from '../order-payment/events.ts';

/** What happens to the money of an order of 10.00, for specs. */
export const GBP = 'GBP';
export const reason = 'returned';

export const requested: OrderPaymentEvent = {
  type: 'PaymentRequested',
  data: { orderNumber: 'ORD-1', amount: 1_000, currency: GBP },
};
export const arrived = (reference: string, amount: number): OrderPaymentEvent => ({
  type: 'IncomingPaymentRecorded',
  data: { paymentId: `p-${reference}`, channel: 'bank', reference, method: 'CARD', amount, currency: GBP },
});
export const received = (amount: number, completedBy: string | null): OrderPaymentEvent => ({
  type: 'PaymentReceived',
  data: { amount, currency: GBP, completedBy },
});
export const waits = (reference: string, why: 'TOO_MUCH' | 'ORDER_CANCELLED', amount: number): OrderPaymentEvent => ({
  type: 'PaymentUnallocated',
  data: {
    paymentId: `p-${reference}`,
    channel: 'bank',
    reference,
    reason: why,
    orderReference: null,
    amount,
    currency: GBP,
  },
});
export const refundRequested = (refundId: string, ...taken: Taken[]): OrderPaymentEvent => ({
  type: 'RefundRequested',
  data: {
    refundId,
    reason,
    orderNumber: 'ORD-1',
    paymentId: null,
    taken,
    amount: taken.reduce((sum, { amount }) => sum + amount, 0),
    currency: GBP,
  },
});
export const from = (reference: string, amount: number, why: Taken['reason'] = null): Taken => ({
  paymentId: `p-${reference}`,
  reason: why,
  amount,
});
export const cancelled: OrderPaymentEvent = { type: 'PaymentRequestCancelled', data: { reason } };
export const bounced = (reference: string, amount: number): OrderPaymentEvent => ({
  type: 'PaymentFailed',
  data: {
    paymentId: `p-${reference}`,
    reason: 'returned by the bank',
    waiting: [],
    held: amount,
    amount,
    currency: GBP,
  },
});
export const amended = (amendmentId: string, amount: number): OrderPaymentEvent => ({
  type: 'PaymentRequestAmended',
  data: { amendmentId, reason, amount, currency: GBP },
});
export const paid = [requested, arrived('A', 400), arrived('B', 600), received(1_000, 'p-B')];
export const billed = (documentId: string, amount: number): OrderPaymentEvent => ({
  type: 'BillingRecorded',
  data: { documentId, amount, currency: GBP },
});
export const refund = (amount: number, refundId = 'r-1') => ({
  orderId: 'o-1',
  refundId,
  amount,
  currency: GBP,
  reason,
});
export const amend = (amount: number, amendmentId = 'm-1') => ({ orderId: 'o-1', amendmentId, amount, reason });
