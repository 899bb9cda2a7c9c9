import { moveMoney } from '../holdings/holdings.ts';
import { waitingFor } from '../holdings/share.ts';
import type { OrderPaymentEvent, Taken } from './events.ts';
import { billedIn, heldAmount, type OrderPaymentState, openAmount } from './state.ts';

const sumWhere = (taken: readonly Taken[], reason: Taken['reason']): number =>
  taken.filter((part) => part.reason === reason).reduce((sum, { amount }) => sum + amount, 0);

/** No more is free than waits. */
const clamped = (state: OrderPaymentState): OrderPaymentState => {
  const waits = state.payments.reduce((sum, share) => sum + waitingFor(share, 'TOO_MUCH'), 0);
  return waits < state.released ? { ...state, released: waits } : state;
};

/** It lacks money that it had. */
const reopened = (state: OrderPaymentState): OrderPaymentState =>
  state.status === 'PAID' && openAmount(state) > 0 ? { ...state, status: 'REQUESTED' } : state;

const amended = (state: OrderPaymentState, amendmentId: string, amount: number): OrderPaymentState => {
  const amendments = [...state.amendments, amendmentId];
  if (!state.requested) return { ...state, amendments, amendedTo: amount };
  const held = heldAmount(state);
  const released = state.released + Math.max(0, held - amount);
  const requested = { ...state.requested, amount };
  return reopened({ ...state, amendments, requested, claim: amount, lowered: {}, released });
};

/** What it was billed for it is to hold, even if a person had sent some of that back just before. */
const billedFor = (state: OrderPaymentState): OrderPaymentState => {
  const { requested, status, claim } = state;
  if (!requested || status === 'CANCELLED') return state;
  const due = Math.min(requested.amount, billedIn(state, requested.currency));
  return due > claim ? reopened({ ...state, claim: due, lowered: {} }) : state;
};

interface Refund {
  readonly refundId: string;
  /** The one payment that it takes back; null where it is of the order. */
  readonly paymentId: string | null;
  readonly taken: readonly Taken[];
}

/** A refund of what was paid in full is asked for no more; of a part that was paid, it is. */
const refunded = (state: OrderPaymentState, { refundId, paymentId, taken }: Refund): OrderPaymentState => {
  const lowered = state.status === 'PAID' ? Math.min(state.claim, sumWhere(taken, null)) : 0;
  // A person who sends back what one payment brought too much leaves what an amendment set free.
  const released = paymentId === null ? Math.max(0, state.released - sumWhere(taken, 'TOO_MUCH')) : state.released;
  const claim = state.claim - lowered;
  return clamped({ ...state, claim, released, lowered: { ...state.lowered, [refundId]: lowered } });
};

export const evolve = (state: OrderPaymentState, event: OrderPaymentEvent): OrderPaymentState => {
  switch (event.type) {
    case 'PaymentRequested': {
      const { amount, currency, orderNumber } = event.data;
      return { ...state, status: 'REQUESTED', orderNumber, requested: { amount, currency }, claim: amount };
    }
    case 'PaymentRequestAmended':
      return amended(state, event.data.amendmentId, event.data.amount);
    case 'PaymentReceived':
      return { ...state, status: 'PAID' };
    case 'PaymentRequestCancelled':
      return { ...state, status: 'CANCELLED', claim: 0, lowered: {} };
    case 'BillingRecorded':
      return billedFor({ ...state, billed: [...state.billed, event.data] });
    case 'OverpaymentDetected':
      return state;
    case 'RefundNotNeeded': {
      const { refundId } = event.data;
      const refund = { refundId, amount: 0, currency: state.requested?.currency ?? '', taken: [] };
      return { ...state, refunds: [...state.refunds, { ...refund, status: 'COMPLETED' }] };
    }
    case 'RefundRequested':
      return refunded(moveMoney(state, event), event.data);
    case 'RefundFailed': {
      const { refundId, taken } = event.data;
      const { [refundId]: back = 0, ...lowered } = state.lowered;
      const released = state.released + sumWhere(taken, 'TOO_MUCH');
      return reopened({ ...moveMoney(state, event), claim: state.claim + back, lowered, released });
    }
    case 'PaymentFailed':
      return reopened(clamped(moveMoney(state, event)));
    case 'PaymentMatched':
    case 'PaymentKeptAsCredit':
      return clamped(moveMoney(state, event));
    case 'IncomingPaymentRecorded':
    case 'MatchedPaymentAdded':
    case 'PaymentUnallocated':
    case 'RefundCompleted':
      return moveMoney(state, event);
  }
};
