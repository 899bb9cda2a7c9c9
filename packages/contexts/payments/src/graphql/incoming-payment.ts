import { AvailableActionRef, actionOf, builder, MoneyRef, money } from '@waybill/graphql';
import { heldOf, stakeOf, sumOf, waitingOf } from '../holdings/share.ts';
import { PaymentBounced } from '../order-payment/refusals.ts';
import type { OrderPaymentEntry, OrderPaymentRow, RefundEntry } from '../read-models/order-payment-row.ts';
import { RefundStatus } from './payment-enums.ts';

/** A payment with what was given back of the part that was put to the order. */
interface ShownPayment extends OrderPaymentEntry {
  readonly givenBack: number;
}
/** Rows of before have no shares: only how much of a payment was not for the order. */
interface OldEntry extends OrderPaymentEntry {
  readonly unallocated?: number;
}
const isOld = (entry: OldEntry): entry is OldEntry & { readonly unallocated: number } =>
  entry.unallocated !== undefined;
const lifted = (entry: OldEntry): OrderPaymentEntry =>
  isOld(entry)
    ? {
        ...{ ...entry, matched: 0, credited: 0, refunded: 0, failed: false, orderReference: null },
        ...{ isMatched: false, rematched: 0, failure: null },
        waiting: entry.unallocated > 0 ? [{ reason: 'TOO_MUCH', amount: entry.unallocated }] : [],
      }
    : entry;

export const paymentsOf = (
  payments: readonly OrderPaymentEntry[],
  refunds: OrderPaymentRow['refunds'],
): ShownPayment[] =>
  payments.map((entry) => {
    const parts = refunds.flatMap(({ status, taken }) => (status === 'FAILED' ? [] : taken));
    const own = parts.filter(({ paymentId, reason }) => paymentId === entry.paymentId && reason === null);
    return { ...lifted(entry), givenBack: sumOf(own) };
  });

export const IncomingPayment = builder.objectRef<ShownPayment>('IncomingPayment').implement({
  fields: (t) => ({
    id: t.exposeID('paymentId'),
    channel: t.exposeString('channel'),
    reference: t.exposeString('reference'),
    method: t.exposeString('method'),
    amount: t.field({
      type: MoneyRef,
      resolve: ({ amount, rematched, currency }) => money(amount - rematched, currency),
    }),
    unallocated: t.field({
      type: MoneyRef,
      description: 'How much of it was not for this order after all.',
      resolve: (entry) => {
        const { amount, rematched, givenBack, failed, currency } = entry;
        return money(failed ? 0 : amount - rematched - heldOf(entry) - givenBack, currency);
      },
    }),
    waiting: t.field({
      type: MoneyRef,
      description: 'How much of it waits for a person, under "Payments to match".',
      resolve: (entry) => money(waitingOf(entry), entry.currency),
    }),
    isMatched: t.exposeBoolean('isMatched', { description: 'A person put it to this order; it arrived without it.' }),
    failure: t.exposeString('failure', { nullable: true, description: 'Why it bounced; null where it did not.' }),
    availableActions: t.field({
      type: [AvailableActionRef],
      resolve: (entry) => [
        actionOf(stakeOf(entry) > 0 ? { name: 'failPayment' } : { name: 'failPayment', refusal: PaymentBounced({}) }),
      ],
    }),
    occurredAt: t.expose('occurredAt', { type: 'DateTime' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime' }),
  }),
});

export const Refund = builder.objectRef<RefundEntry>('Refund').implement({
  description: 'Money that goes back.',
  fields: (t) => ({
    id: t.exposeID('refundId'),
    status: t.expose('status', { type: RefundStatus }),
    amount: t.field({ type: MoneyRef, resolve: ({ amount, currency }) => money(amount, currency) }),
    reason: t.exposeString('reason'),
    failure: t.exposeString('failure', { nullable: true, description: 'Why it did not go out.' }),
    requestedAt: t.expose('requestedAt', { type: 'DateTime' }),
    settledAt: t.expose('settledAt', { type: 'DateTime', nullable: true }),
  }),
});
