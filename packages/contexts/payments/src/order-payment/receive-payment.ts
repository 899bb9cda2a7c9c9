import type { NewShare } from '../holdings/share.ts';
import { unallocated } from '../holdings/unallocated.ts';
import type { OrderPaymentEvent } from './events.ts';
import { type OrderPaymentState, openAmount } from './state.ts';

export interface ArrivingPayment extends NewShare {
  /** What the payer wrote. */
  readonly orderReference: string | null;
}

/** What of money that is in the order's stream is too much, or makes it complete. */
const placed = (named: ArrivingPayment, state: OrderPaymentState): readonly OrderPaymentEvent[] => {
  const { paymentId, amount, currency } = named;
  const waits = (reason: 'OTHER_CURRENCY' | 'ORDER_CANCELLED') => [unallocated(named, reason, amount)];
  if (state.status === 'CANCELLED') return waits('ORDER_CANCELLED');
  const { requested } = state;
  if (!requested) return [];
  if (currency !== requested.currency) return waits('OTHER_CURRENCY');
  const open = openAmount(state);
  const excess = Math.max(0, amount - open);
  return [
    ...(state.status !== 'PAID' && amount >= open
      ? [{ type: 'PaymentReceived', data: { ...requested, completedBy: paymentId } } as const]
      : []),
    ...(excess > 0
      ? [
          { type: 'OverpaymentDetected', data: { paymentId, amount: excess, currency } } as const,
          unallocated(named, 'TOO_MUCH', excess),
        ]
      : []),
  ];
};

/** What follows from a payment that names this order. It arrived, so it is recorded whatever the state. */
export const receivePayment = (
  { orderReference, ...payment }: ArrivingPayment,
  state: OrderPaymentState,
): readonly OrderPaymentEvent[] => [
  { type: 'IncomingPaymentRecorded', data: payment },
  ...placed({ ...payment, orderReference }, state),
];

/** What follows from money that was matched to this order, of which it needs all. */
export const addMatched = (payment: NewShare, state: OrderPaymentState): readonly OrderPaymentEvent[] => [
  { type: 'MatchedPaymentAdded', data: payment },
  ...placed({ ...payment, orderReference: null }, state),
];
