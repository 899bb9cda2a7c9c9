import type { Money } from '@waybill/kernel';
import type { UnallocatedReason } from '../order-payment/events.ts';

/** A part of a share that waits for a person, in minor units. */
export interface Waiting {
  readonly reason: UnallocatedReason;
  readonly amount: number;
}

/**
 * What one stream has of one payment. `amount` is all that came in here, in minor units; the other figures say what became
 * of it, and what is left of `amount` is held: put to the order's request.
 */
export interface PaymentShare extends Money {
  readonly paymentId: string;
  readonly channel: string;
  readonly reference: string;
  readonly method: string;
  readonly waiting: readonly Waiting[];
  /** Matched to orders (to this one again, too). */
  readonly matched: number;
  readonly credited: number;
  /** Of refunds that did not fail. */
  readonly refunded: number;
  /** It bounced: nothing of it is here. */
  readonly failed: boolean;
  /** What the payer wrote, where it named no order we know. */
  readonly orderReference: string | null;
}
export type NewShare = Pick<PaymentShare, 'paymentId' | 'channel' | 'reference' | 'method' | 'amount' | 'currency'>;

export const newShare = ({ paymentId, channel, reference, method, amount, currency }: NewShare): PaymentShare => ({
  paymentId,
  channel,
  reference,
  method,
  amount,
  currency,
  waiting: [],
  matched: 0,
  credited: 0,
  refunded: 0,
  failed: false,
  orderReference: null,
});

export const sumOf = (parts: readonly { readonly amount: number }[]): number =>
  parts.reduce((sum, { amount }) => sum + amount, 0);
export const waitingOf = ({ waiting }: PaymentShare): number => sumOf(waiting);
export const waitingFor = ({ waiting }: PaymentShare, reason: UnallocatedReason): number =>
  waiting.find((part) => part.reason === reason)?.amount ?? 0;
/** Minor units that are put to the order. */
export const heldOf = (share: PaymentShare): number =>
  share.failed ? 0 : share.amount - share.matched - share.credited - share.refunded - waitingOf(share);
/** Minor units that came in and were not matched on. */
export const stakeOf = ({ failed, amount, matched }: PaymentShare): number => (failed ? 0 : amount - matched);

/** More (or, by a negative amount, less) of it waits. */
export const waitMore = (share: PaymentShare, reason: UnallocatedReason, by: number): PaymentShare => {
  const amount = waitingFor(share, reason) + by;
  const others = share.waiting.filter((part) => part.reason !== reason);
  return { ...share, waiting: amount === 0 ? others : [...others, { reason, amount }] };
};
