import { defineProjection } from '@waybill/engine';
import { orderPaymentEvents, type UnallocatedReason } from '../order-payment/events.ts';

/** A row of payments.unallocated_payments. `key`: '<paymentId>:<reason>'. */
export interface UnallocatedPaymentRow {
  readonly key: string;
  readonly paymentId: string;
  readonly reason: UnallocatedReason;
  /** The order that the money named; null where it named none we know. */
  readonly orderId: string | null;
  readonly orderReference: string | null;
  readonly channel: string;
  readonly reference: string;
  /** Minor units: how much of the payment waits. */
  readonly amount: number;
  readonly currency: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
}

/** Money that waits for a person: to match, to keep as credit, or to refund. */
export const unallocatedPayments = defineProjection({
  name: 'payments.unallocated_payments',
  version: 1,
  events: [orderPaymentEvents.PaymentUnallocated],
  table: { schema: 'payments', name: 'unallocated_payments', key: 'key' },
  freshness: 1_000,
  keys: ({ data }) => [`${data.paymentId}:${data.reason}`],
  evolve: (row: UnallocatedPaymentRow | undefined, { id, category, data, occurredAt, recordedAt }, key) => ({
    key,
    ...data,
    orderId: category === 'paymentReference' ? null : id,
    amount: (row?.amount ?? 0) + data.amount,
    occurredAt: row?.occurredAt ?? occurredAt.toISOString(),
    recordedAt: row?.recordedAt ?? recordedAt.toISOString(),
  }),
});
