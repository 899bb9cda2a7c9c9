import type { Money } from '@waybill/kernel';
import type { HoldingEvent, OrderPaymentEvent, Taken } from '../order-payment/events.ts';
import { heldOf, newShare, type PaymentShare, waitMore } from './share.ts';

export interface Refund extends Money {
  readonly refundId: string;
  readonly status: 'REQUESTED' | 'COMPLETED' | 'FAILED';
  readonly taken: readonly Taken[];
}

/** The money that a stream has: an order's, or that of a payment which named no known order. */
export interface Holdings {
  /** Oldest first. */
  readonly payments: readonly PaymentShare[];
  readonly refunds: readonly Refund[];
}
type Arrival = Extract<OrderPaymentEvent, { readonly type: 'IncomingPaymentRecorded' | 'MatchedPaymentAdded' }>;

/** Minor units of one currency that are put to the order. */
export const heldIn = ({ payments }: Pick<Holdings, 'payments'>, currency: string): number =>
  payments.filter((share) => share.currency === currency).reduce((sum, share) => sum + heldOf(share), 0);

const change = <H extends Holdings>(holdings: H, paymentId: string, by: (share: PaymentShare) => PaymentShare): H => ({
  ...holdings,
  payments: holdings.payments.map((share) => (share.paymentId === paymentId ? by(share) : share)),
});

const arrive = <H extends Holdings>(holdings: H, data: Arrival['data']): H =>
  holdings.payments.some(({ paymentId }) => paymentId === data.paymentId)
    ? change(holdings, data.paymentId, (share) => ({ ...share, amount: share.amount + data.amount }))
    : { ...holdings, payments: [...holdings.payments, newShare(data)] };

const settle = <H extends Holdings>(holdings: H, refundId: string, status: Refund['status']): H => ({
  ...holdings,
  refunds: holdings.refunds.map((refund) => (refund.refundId === refundId ? { ...refund, status } : refund)),
});

/** Moves money between what waits and refunds; `sign` -1 undoes it. What a failed refund was taken from waits by its own event. */
const takeOut = <H extends Holdings>(holdings: H, taken: readonly Taken[]): H =>
  taken.reduce(
    (before, { paymentId, reason, amount }) =>
      change(before, paymentId, (share) => ({
        ...(reason ? waitMore(share, reason, -amount) : share),
        refunded: share.refunded + amount,
      })),
    holdings,
  );
const putBack = <H extends Holdings>(holdings: H, taken: readonly Taken[]): H =>
  taken.reduce(
    (before, { paymentId, amount }) =>
      change(before, paymentId, (share) => ({ ...share, refunded: share.refunded - amount })),
    holdings,
  );

/** What becomes of the money by an event that moves some. */
export const moveMoney = <H extends Holdings>(holdings: H, event: HoldingEvent | Arrival): H => {
  switch (event.type) {
    case 'IncomingPaymentRecorded':
    case 'MatchedPaymentAdded':
      return arrive(holdings, event.data);
    case 'PaymentUnallocated': {
      const { paymentId, reason, amount, orderReference } = event.data;
      return change(holdings, paymentId, (share) => ({
        ...waitMore(share, reason, amount),
        orderReference: orderReference ?? share.orderReference,
      }));
    }
    case 'PaymentMatched': {
      const { paymentId, reason, amount } = event.data;
      return change(holdings, paymentId, (share) => ({
        ...waitMore(share, reason, -amount),
        matched: share.matched + amount,
      }));
    }
    case 'PaymentKeptAsCredit': {
      const { paymentId, reason, amount } = event.data;
      return change(holdings, paymentId, (share) => ({
        ...waitMore(share, reason, -amount),
        credited: share.credited + amount,
      }));
    }
    case 'RefundRequested': {
      const { refundId, amount, currency, taken } = event.data;
      const refund: Refund = { refundId, amount, currency, taken, status: 'REQUESTED' };
      return takeOut({ ...holdings, refunds: [...holdings.refunds, refund] }, taken);
    }
    case 'RefundCompleted':
      return settle(holdings, event.data.refundId, 'COMPLETED');
    case 'RefundFailed':
      return putBack(settle(holdings, event.data.refundId, 'FAILED'), event.data.taken);
    case 'PaymentFailed':
      return change(holdings, event.data.paymentId, (share) => ({ ...share, failed: true, waiting: [] }));
  }
};
