import { defineProjection, type EventOf, type Recorded } from '@waybill/engine';
import { holdingEvents, type UnallocatedReason } from '../order-payment/events.ts';

/** A row of payments.unallocated_payments. `key`: '<paymentId>:<orderId, or - for none>:<reason>'. */
export interface UnallocatedPaymentRow {
  readonly key: string;
  readonly paymentId: string;
  readonly reason: UnallocatedReason;
  /** The order in whose stream it waits; null where it named none we know. */
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

const { PaymentUnallocated, PaymentMatched, PaymentKeptAsCredit, RefundRequested, PaymentFailed } = holdingEvents;
const events = [PaymentUnallocated, PaymentMatched, PaymentKeptAsCredit, RefundRequested, PaymentFailed] as const;
type Heard = Recorded<EventOf<typeof events>>;

interface Change {
  readonly key: string;
  /** Minor units: how much more of it waits, or (below 0) less. */
  readonly by: number;
}

/** How an event changes what waits. */
const changesOf = (event: Heard): readonly Change[] => {
  const holder = event.category === 'paymentReference' ? '-' : event.id;
  const change = (paymentId: string, reason: string, by: number): Change => ({
    key: `${paymentId}:${holder}:${reason}`,
    by,
  });
  switch (event.type) {
    case 'PaymentUnallocated':
      return [change(event.data.paymentId, event.data.reason, event.data.amount)];
    case 'PaymentMatched':
    case 'PaymentKeptAsCredit':
      return [change(event.data.paymentId, event.data.reason, -event.data.amount)];
    case 'RefundRequested':
      return event.data.taken.flatMap(({ paymentId, reason, amount }) =>
        reason === null ? [] : [change(paymentId, reason, -amount)],
      );
    case 'PaymentFailed':
      return event.data.waiting.map(({ reason, amount }) => change(event.data.paymentId, reason, -amount));
  }
};

/** Money that waits for a person: to match, to keep as credit, or to refund. */
export const unallocatedPayments = defineProjection({
  name: 'payments.unallocated_payments',
  version: 2,
  events,
  table: { schema: 'payments', name: 'unallocated_payments', key: 'key' },
  freshness: 1_000,
  keys: (event) => [...new Set(changesOf(event).map(({ key }) => key))],
  evolve: (row: UnallocatedPaymentRow | undefined, event, key): UnallocatedPaymentRow | undefined => {
    const by = changesOf(event).reduce((sum, change) => (change.key === key ? sum + change.by : sum), 0);
    const amount = (row?.amount ?? 0) + by;
    if (amount <= 0) return undefined;
    if (row) return { ...row, amount };
    if (event.type !== 'PaymentUnallocated') return undefined;
    const { paymentId, reason, orderReference, channel, reference, currency } = event.data;
    return {
      key,
      paymentId,
      reason,
      orderId: event.category === 'paymentReference' ? null : event.id,
      orderReference,
      channel,
      reference,
      amount,
      currency,
      occurredAt: event.occurredAt.toISOString(),
      recordedAt: event.recordedAt.toISOString(),
    };
  },
});
