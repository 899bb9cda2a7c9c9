import { defineAggregate } from '@waybill/engine';
import { refuse } from '@waybill/kernel';
import { type Holdings, moveMoney } from '../holdings/holdings.ts';
import { completeRefund, failRefund } from '../holdings/settle-refund.ts';
import { type NewShare, newShare } from '../holdings/share.ts';
import { orderPaymentCommands } from '../order-payment/commands.ts';
import type { HoldingEvent } from '../order-payment/events.ts';
import { PaymentUnknown } from '../order-payment/refusals.ts';
import { type PaymentReferenceEvent, paymentReferenceEvents } from './events.ts';

const { CompleteUnallocatedRefund, FailUnallocatedRefund } = orderPaymentCommands;

/** A payment as it arrived, and what of it waits in its own stream because it named no known order. */
export interface KnownPayment extends Omit<NewShare, 'paymentId'>, Holdings {
  /** The orders in whose streams money of it is, oldest first. */
  readonly holders: readonly string[];
}
/** The payment that has this reference; null while there is none. */
export type PaymentReferenceState = KnownPayment | null;

const addHolder = (state: KnownPayment, orderId: string): KnownPayment =>
  state.holders.includes(orderId) ? state : { ...state, holders: [...state.holders, orderId] };

/** It named no known order: all of it is here. */
const keep = (state: KnownPayment, event: HoldingEvent): KnownPayment =>
  event.type === 'PaymentUnallocated' && state.payments.length === 0
    ? { ...state, payments: [newShare({ ...state, paymentId: event.data.paymentId })] }
    : state;

const evolve = (state: PaymentReferenceState, event: PaymentReferenceEvent): PaymentReferenceState => {
  if (event.type === 'PaymentReferenceTaken') {
    const { orderId, ...payment } = event.data;
    return { ...payment, holders: orderId === null ? [] : [orderId], payments: [], refunds: [] };
  }
  if (!state) return state;
  if (event.type === 'PaymentHolderAdded') return addHolder(state, event.data.orderId);
  const next = moveMoney(keep(state, event), event);
  return event.type === 'PaymentMatched' ? addHolder(next, event.data.orderId) : next;
};

/** Streams `paymentReference-<paymentId>`: one (channel, reference) names one payment, forever. */
export const PaymentReference = defineAggregate({
  category: 'paymentReference',
  events: paymentReferenceEvents,
  commands: { CompleteUnallocatedRefund, FailUnallocatedRefund },
  initial: null as PaymentReferenceState,
  evolve,
  decide: {
    CompleteUnallocatedRefund: ({ paymentId, refundId }, state) =>
      state ? completeRefund(state, refundId) : refuse(PaymentUnknown({ paymentId })),
    FailUnallocatedRefund: ({ paymentId, refundId, reason }, state) =>
      state ? failRefund(state, refundId, reason) : refuse(PaymentUnknown({ paymentId })),
  },
});
