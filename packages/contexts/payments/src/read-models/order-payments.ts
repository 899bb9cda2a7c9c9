import { defineProjection } from '@waybill/engine';
import type { PaymentStatus } from '../order-payment/available-actions.ts';
import { orderPaymentEvents } from '../order-payment/events.ts';

/** A payment as the order's page shows it. Amounts in minor units, instants as ISO texts. */
export interface OrderPaymentEntry {
  readonly paymentId: string;
  readonly channel: string;
  readonly reference: string;
  readonly method: string;
  readonly amount: number;
  readonly currency: string;
  /** How much of it was not for this order after all. */
  readonly unallocated: number;
  readonly occurredAt: string;
  readonly recordedAt: string;
}

/** A row of payments.order_payments. */
export interface OrderPaymentRow {
  readonly orderId: string;
  readonly orderNumber: string | null;
  readonly status: PaymentStatus;
  readonly version: number;
  /** Null until it is requested. */
  readonly requested: number | null;
  /** Of the request; until then, of the first payment. */
  readonly currency: string;
  /** What was put to the request. */
  readonly received: number;
  readonly payments: readonly OrderPaymentEntry[];
  readonly updatedAt: string;
}

const newRow = (orderId: string, currency: string): Omit<OrderPaymentRow, 'version' | 'updatedAt'> => ({
  orderId,
  orderNumber: null,
  status: 'NOT_REQUESTED',
  requested: null,
  currency,
  received: 0,
  payments: [],
});

const receivedOf = ({ currency, payments }: Pick<OrderPaymentRow, 'currency' | 'payments'>): number =>
  payments
    .filter((payment) => payment.currency === currency)
    .reduce((sum, payment) => sum + payment.amount - payment.unallocated, 0);

const statusOf = (status: PaymentStatus, received: number): PaymentStatus => {
  if (status !== 'REQUESTED' && status !== 'PARTIALLY_PAID') return status;
  return received > 0 ? 'PARTIALLY_PAID' : 'REQUESTED';
};

const { PaymentRequested, IncomingPaymentRecorded, PaymentReceived, PaymentRequestCancelled, PaymentUnallocated } =
  orderPaymentEvents;

/** One row per order: what was asked for, and what came. */
export const orderPayments = defineProjection({
  name: 'payments.order_payments',
  version: 1,
  events: [PaymentRequested, IncomingPaymentRecorded, PaymentReceived, PaymentRequestCancelled, PaymentUnallocated],
  table: { schema: 'payments', name: 'order_payments', key: 'order_id' },
  freshness: 100,
  // Money that named no order stands in the stream of its reference, and belongs to no row here.
  keys: (event) => (event.type === 'PaymentUnallocated' && event.category === 'paymentReference' ? [] : [event.id]),
  evolve: (before: OrderPaymentRow | undefined, event, orderId): OrderPaymentRow | undefined => {
    const { version, recordedAt, occurredAt } = event;
    const known = before ?? newRow(orderId, 'currency' in event.data ? event.data.currency : 'GBP');
    const row = { ...known, version, updatedAt: recordedAt.toISOString() };
    const settled = (change: Partial<OrderPaymentRow>): OrderPaymentRow => {
      const changed = { ...row, ...change };
      const received = receivedOf(changed);
      return { ...changed, received, status: statusOf(changed.status, received) };
    };
    switch (event.type) {
      case 'PaymentRequested': {
        const { orderNumber, amount, currency } = event.data;
        return settled({ orderNumber, requested: amount, currency, status: 'REQUESTED' });
      }
      case 'IncomingPaymentRecorded': {
        const at = { occurredAt: occurredAt.toISOString(), recordedAt: recordedAt.toISOString() };
        return settled({ payments: [...row.payments, { ...event.data, unallocated: 0, ...at }] });
      }
      case 'PaymentUnallocated': {
        const { paymentId, amount } = event.data;
        const payments = row.payments.map((payment) =>
          payment.paymentId === paymentId ? { ...payment, unallocated: payment.unallocated + amount } : payment,
        );
        return settled({ payments });
      }
      case 'PaymentReceived':
        return { ...row, status: 'PAID' };
      case 'PaymentRequestCancelled':
        return { ...row, status: 'CANCELLED' };
    }
  },
});
