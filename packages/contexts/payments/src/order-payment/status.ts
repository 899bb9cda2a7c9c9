import { heldIn } from '../holdings/holdings.ts';
import { waitingOf } from '../holdings/share.ts';
import { heldAmount, type OrderPaymentState } from './state.ts';

export const PAYMENT_STATES = [
  'NOT_REQUESTED',
  'REQUESTED',
  'PARTIALLY_PAID',
  'PAID',
  'REFUNDING',
  'REFUNDED',
  'CANCELLED',
  'FAILED',
] as const;
export type PaymentStatus = (typeof PAYMENT_STATES)[number];

/** What was asked for is not here in full. FAILED: something was, and bounced. */
const askingStatus = (state: OrderPaymentState): PaymentStatus => {
  if (heldAmount(state) > 0) return 'PARTIALLY_PAID';
  return state.payments.some(({ failed }) => failed) ? 'FAILED' : 'REQUESTED';
};

/** What people call the state of an order's payment. REFUNDED: nothing of what was paid is left here. */
export const statusOf = (state: OrderPaymentState): PaymentStatus => {
  const { status, payments, refunds } = state;
  const sent = refunds.filter((refund) => refund.status !== 'FAILED' && refund.amount > 0);
  if (sent.some((refund) => refund.status === 'REQUESTED')) return 'REFUNDING';
  if (status === 'REQUESTED') return askingStatus(state);
  const left = sent.some(({ currency }) => heldIn(state, currency) > 0) || payments.some((one) => waitingOf(one) > 0);
  return sent.length > 0 && !left ? 'REFUNDED' : status;
};
