import { type CommandData, defineAggregate } from '@waybill/engine';
import { accept, type Decision, type Money, nothing, refuse } from '@waybill/kernel';
import { type ArrivedPayment, allocate, unallocated } from './allocate.ts';
import { orderPaymentCommands } from './commands.ts';
import { type OrderPaymentEvent, orderPaymentEvents } from './events.ts';
import { AmountNotAllowed, isAmount } from './refusals.ts';

const { RequestPayment, CancelPaymentRequest } = orderPaymentCommands;

/** What was asked for an order, and what came. */
export interface OrderPaymentState {
  readonly status: 'NOT_REQUESTED' | 'REQUESTED' | 'PAID' | 'CANCELLED';
  readonly requested: Money | null;
  /** Oldest first. */
  readonly payments: readonly ArrivedPayment[];
}

/** Minor units of the request that nothing was put to yet. */
export const openAmount = ({ requested, payments }: OrderPaymentState): number => {
  if (!requested) return 0;
  const received = payments
    .filter(({ currency }) => currency === requested.currency)
    .map((p) => p.amount - p.unallocated);
  return requested.amount - received.reduce((sum, amount) => sum + amount, 0);
};

const received = ({ amount, currency }: Money, completedBy: string | null): OrderPaymentEvent => ({
  type: 'PaymentReceived',
  data: { amount, currency, completedBy },
});
/** The last of those that were put to the request. */
const completing = (payments: readonly ArrivedPayment[], { amount, currency }: Money): string | null => {
  let left = amount;
  for (const payment of payments) {
    if (payment.currency !== currency || left === 0) continue;
    left -= Math.min(left, payment.amount);
    if (left === 0) return payment.paymentId;
  }
  return null;
};

const requestPayment = (
  { orderNumber, amount, currency }: CommandData<typeof RequestPayment>,
  { status, payments }: OrderPaymentState,
): Decision<OrderPaymentEvent> => {
  if (!isAmount(amount)) return refuse(AmountNotAllowed({ amount }));
  if (status !== 'NOT_REQUESTED') return nothing;
  const requested = { amount, currency };
  const { open, events } = allocate(requested, amount, payments, null);
  return accept<OrderPaymentEvent>(
    { type: 'PaymentRequested', data: { orderNumber, ...requested } },
    ...(open === 0 ? [received(requested, completing(payments, requested))] : []),
    ...events,
  );
};

const cancelPaymentRequest = (
  { reason }: CommandData<typeof CancelPaymentRequest>,
  { status, payments }: OrderPaymentState,
): Decision<OrderPaymentEvent> => {
  if (status === 'CANCELLED') return nothing;
  return accept<OrderPaymentEvent>(
    { type: 'PaymentRequestCancelled', data: { reason } },
    ...payments
      .filter((payment) => payment.amount > payment.unallocated)
      .map((payment) => unallocated(payment, 'ORDER_CANCELLED', payment.amount - payment.unallocated, null)),
  );
};

/** What follows from a payment that names this order. It arrived, so it is recorded whatever the state. */
export const receivePayment = (
  payment: Omit<ArrivedPayment, 'unallocated'> & { readonly method: string; readonly orderReference: string | null },
  state: OrderPaymentState,
): readonly OrderPaymentEvent[] => {
  const { orderReference, ...data } = payment;
  const recorded: OrderPaymentEvent = { type: 'IncomingPaymentRecorded', data };
  const { status, requested } = state;
  if (status === 'CANCELLED')
    return [recorded, unallocated(payment, 'ORDER_CANCELLED', payment.amount, orderReference)];
  if (!requested) return [recorded];
  const { open, events } = allocate(requested, openAmount(state), [{ ...payment, unallocated: 0 }], orderReference);
  return [
    recorded,
    ...(open === 0 && status === 'REQUESTED' ? [received(requested, payment.paymentId)] : []),
    ...events,
  ];
};

const evolve = (state: OrderPaymentState, event: OrderPaymentEvent): OrderPaymentState => {
  switch (event.type) {
    case 'PaymentRequested': {
      const { amount, currency } = event.data;
      return { ...state, status: 'REQUESTED', requested: { amount, currency } };
    }
    case 'IncomingPaymentRecorded': {
      const { method: _, ...payment } = event.data;
      return { ...state, payments: [...state.payments, { ...payment, unallocated: 0 }] };
    }
    case 'PaymentUnallocated': {
      const { paymentId, amount } = event.data;
      const payments = state.payments.map((payment) =>
        payment.paymentId === paymentId ? { ...payment, unallocated: payment.unallocated + amount } : payment,
      );
      return { ...state, payments };
    }
    case 'PaymentReceived':
      return { ...state, status: 'PAID' };
    case 'PaymentRequestCancelled':
      return { ...state, status: 'CANCELLED' };
    case 'OverpaymentDetected':
      return state;
  }
};

/** Streams `orderPayment-<orderId>`: what was asked for an order and what was received for it. */
export const OrderPayment = defineAggregate({
  category: 'orderPayment',
  events: orderPaymentEvents,
  commands: { RequestPayment, CancelPaymentRequest },
  initial: { status: 'NOT_REQUESTED', requested: null, payments: [] } as OrderPaymentState,
  evolve,
  decide: { RequestPayment: requestPayment, CancelPaymentRequest: cancelPaymentRequest },
});
