import type { Money } from '@waybill/kernel';
import { type Holdings, heldIn } from '../holdings/holdings.ts';
import { heldOf, sumOf, waitingFor } from '../holdings/share.ts';
import type { OrderPaymentEvent } from './events.ts';

/** A document as it was billed; `amount` is below zero for a credit note. */
interface Billed extends Money {
  readonly documentId: string;
}

/** What was asked for an order, what came, and what became of it. */
export interface OrderPaymentState extends Holdings {
  readonly status: 'NOT_REQUESTED' | 'REQUESTED' | 'PAID' | 'CANCELLED';
  /** As it was amended last. */
  readonly requested: Money | null;
  /** Null until it was asked for. */
  readonly orderNumber: string | null;
  /** Minor units that the order should hold: what was asked for, without what was refunded of it once it was complete. */
  readonly claim: number;
  /** A total that was amended before it was asked for. */
  readonly amendedTo: number | null;
  readonly amendments: readonly string[];
  /** Of what waits as TOO_MUCH: what an amendment set free, so that a refund takes it first. */
  readonly released: number;
  /** Its invoices and credit notes. */
  readonly billed: readonly Billed[];
  /** How much each refund lowered the claim, for when it fails. */
  readonly lowered: Readonly<Record<string, number>>;
}

export const initial: OrderPaymentState = {
  status: 'NOT_REQUESTED',
  requested: null,
  orderNumber: null,
  claim: 0,
  amendedTo: null,
  amendments: [],
  released: 0,
  billed: [],
  lowered: {},
  payments: [],
  refunds: [],
};

/** Minor units that are put to the order, in the currency it was asked in. */
export const heldAmount = (state: OrderPaymentState): number =>
  state.requested ? heldIn(state, state.requested.currency) : 0;
/** Minor units that the order still lacks. */
export const openAmount = (state: OrderPaymentState): number => Math.max(0, state.claim - heldAmount(state));

/** Minor units that it was billed for, less what was credited. */
export const billedIn = ({ billed }: OrderPaymentState, currency: string): number =>
  Math.max(0, sumOf(billed.filter((document) => document.currency === currency)));
/** Minor units of what the order holds that no invoice of it needs. */
const unbilled = (state: OrderPaymentState, currency: string): number =>
  Math.max(0, heldIn(state, currency) - billedIn(state, currency));

/**
 * What may be taken from an order for a refund, in this order: what it needs no longer, then what it holds and was not
 * billed for, newest first.
 */
export const drawable = (state: OrderPaymentState, currency: string) => {
  const { payments, released } = state;
  let [free, rest] = [released, unbilled(state, currency)];
  const shares = payments.filter((share) => share.currency === currency && !share.failed);
  const waits = shares.flatMap((share) => {
    const amount = Math.min(free, waitingFor(share, 'TOO_MUCH'));
    free -= amount;
    return [
      { share, reason: 'ORDER_CANCELLED' as const, amount: waitingFor(share, 'ORDER_CANCELLED') },
      { share, reason: 'TOO_MUCH' as const, amount },
    ];
  });
  const held = shares.toReversed().map((share) => {
    const amount = Math.min(rest, heldOf(share));
    rest -= amount;
    return { share, reason: null, amount };
  });
  return [...waits, ...held].filter(({ amount }) => amount > 0);
};
/** Minor units that can go back. */
export const refundable = (state: OrderPaymentState, currency: string): number =>
  drawable(state, currency).reduce((sum, { amount }) => sum + amount, 0);

/** The last payment of those that are put to the order. */
export const completedBy = (state: OrderPaymentState): string | null => {
  let left = state.claim;
  for (const share of state.payments) {
    if (share.currency !== state.requested?.currency || left === 0) continue;
    left -= Math.min(left, heldOf(share));
    if (left === 0) return share.paymentId;
  }
  return null;
};
export const received = (state: OrderPaymentState, { amount, currency }: Money): OrderPaymentEvent => ({
  type: 'PaymentReceived',
  data: { amount, currency, completedBy: completedBy(state) },
});
