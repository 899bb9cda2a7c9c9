import { defineProjection, type Recorded } from '@waybill/engine';
import { heldIn } from '../holdings/holdings.ts';
import { sumOf, waitingOf } from '../holdings/share.ts';
import { type OrderPaymentEvent, orderPaymentEvents } from '../order-payment/events.ts';
import { evolve } from '../order-payment/evolve.ts';
import { initial, type OrderPaymentState, openAmount, refundable } from '../order-payment/state.ts';
import { statusOf } from '../order-payment/status.ts';
import type { OrderPaymentEntry, OrderPaymentRow, RefundEntry } from './order-payment-row.ts';

type Heard = Recorded<OrderPaymentEvent>;
type Entries = Pick<OrderPaymentRow, 'payments' | 'refunds'>;

const stateOf = (row: OrderPaymentRow): OrderPaymentState => ({
  ...row.ledger,
  payments: row.payments,
  refunds: row.refunds,
});

/** What the view says of a payment besides the figures. */
const paymentEntries = (
  orderId: string,
  { payments }: OrderPaymentState,
  known: Entries['payments'],
  { type, data, occurredAt, recordedAt }: Heard,
): readonly OrderPaymentEntry[] =>
  payments.map((share): OrderPaymentEntry => {
    const first = known.find(({ paymentId }) => paymentId === share.paymentId);
    const before = first ?? {
      isMatched: type === 'MatchedPaymentAdded',
      rematched: 0,
      failure: null,
      occurredAt: occurredAt.toISOString(),
      recordedAt: recordedAt.toISOString(),
    };
    const { isMatched, rematched, failure } = before;
    const said = { isMatched, rematched, failure, occurredAt: before.occurredAt, recordedAt: before.recordedAt };
    const isMeant = 'paymentId' in data && data.paymentId === share.paymentId;
    if (isMeant && type === 'PaymentFailed') return { ...share, ...said, failure: data.reason };
    if (isMeant && type === 'PaymentMatched' && data.orderId === orderId)
      return { ...share, ...said, rematched: rematched + data.amount };
    return { ...share, ...said };
  });

const refundEntries = (
  { refunds }: OrderPaymentState,
  known: Entries['refunds'],
  { type, data, recordedAt }: Heard,
): readonly RefundEntry[] =>
  refunds.map((refund): RefundEntry => {
    const at = recordedAt.toISOString();
    const isMeant = 'refundId' in data && data.refundId === refund.refundId;
    const before = known.find(({ refundId }) => refundId === refund.refundId);
    const { reason, failure, requestedAt, settledAt } = before ?? {
      reason: 'reason' in data ? data.reason : '',
      failure: null,
      requestedAt: at,
      settledAt: type === 'RefundNotNeeded' ? at : null,
    };
    const said = { reason, failure, requestedAt, settledAt };
    if (isMeant && type === 'RefundFailed') return { ...refund, ...said, failure: data.reason, settledAt: at };
    if (isMeant && type === 'RefundCompleted') return { ...refund, ...said, settledAt: at };
    return { ...refund, ...said };
  });

const amountsOf = (state: OrderPaymentState, currency: string) => {
  const own = state.refunds.filter((refund) => refund.currency === currency);
  const given = own
    .filter(({ status }) => status !== 'FAILED')
    .flatMap(({ taken }) => taken.filter(({ reason }) => reason === null));
  const waits = state.payments.filter((share) => share.currency === currency);
  return {
    received: heldIn(state, currency) + sumOf(given),
    open: openAmount(state),
    waiting: waits.reduce((sum, share) => sum + waitingOf(share), 0),
    refunded: sumOf(own.filter(({ status }) => status === 'COMPLETED')),
    refunding: sumOf(own.filter(({ status }) => status === 'REQUESTED')),
    refundable: refundable(state, currency),
  };
};

/** One row per order: what was asked for, what came, what went back. It folds by the rules that decide. */
export const orderPayments = defineProjection({
  name: 'payments.order_payments',
  version: 3,
  events: Object.values(orderPaymentEvents),
  table: { schema: 'payments', name: 'order_payments', key: 'order_id' },
  freshness: 100,
  // Money that named no order stands in the stream of its reference, and belongs to no row here.
  keys: ({ category, id }) => (category === 'paymentReference' ? [] : [id]),
  evolve: (before: OrderPaymentRow | undefined, event, orderId): OrderPaymentRow => {
    const state = evolve(before ? stateOf(before) : initial, event);
    const { payments: _, refunds: __, ...ledger } = state;
    const currency = state.requested?.currency ?? before?.currency ?? state.payments[0]?.currency ?? 'GBP';
    return {
      orderId,
      orderNumber: state.orderNumber,
      status: statusOf(state),
      version: event.version,
      requested: state.requested?.amount ?? null,
      currency,
      ...amountsOf(state, currency),
      payments: paymentEntries(orderId, state, before?.payments ?? [], event),
      refunds: refundEntries(state, before?.refunds ?? [], event),
      ledger,
      updatedAt: event.recordedAt.toISOString(),
    };
  },
});
