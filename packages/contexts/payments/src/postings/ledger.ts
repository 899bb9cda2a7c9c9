import { derivedId } from '@waybill/kernel';
import { accountIdOf } from '../account/account-id.ts';
import type { ORIGINS } from '../money-transfer/events.ts';

/** Whose books they are: an order's, or those of a payment that named no known order. */
export interface Books {
  readonly orderId: string | null;
  readonly paymentId: string | null;
}

/** Whether the money of a refund left the house. */
export type Outcome = 'OUT' | 'NOT_OUT';

/** A refund on its way, until its transfer and its own stream agree about what became of it. */
export interface PendingRefund {
  readonly refundId: string;
  readonly amount: number;
  readonly currency: string;
  readonly text: string;
  /** Transfers that were made for it. */
  readonly tries: number;
  /** Whether one of them is under way. */
  readonly moving: boolean;
  /** What its transfers came to. Missing until they did. */
  readonly moved?: Outcome;
  /** What its stream says, where a person can have been faster. Missing until it does. */
  readonly said?: Outcome;
}

/** Part of a payment that is kept as credit. */
export interface KeptCredit {
  /** The event's id. */
  readonly keptBy: string;
  readonly paymentId: string;
  readonly customerId: string;
  readonly amount: number;
  readonly currency: string;
}

/** What the postings know of one order; or of one payment that named no known order. */
export interface Ledger {
  /** Whose account the order's documents go to. Until it is known, and for ever for a mere payment, SUSPENSE holds the money. */
  readonly customerId: string | null;
  /** Minor units by currency that SUSPENSE holds for it. */
  readonly suspended: Readonly<Record<string, number>>;
  /** Transfers under way to whoever holds the money: a refund waits for what it is paid from. */
  readonly inbound: readonly string[];
  readonly refunds: readonly PendingRefund[];
  /** Of payments that came here, and is kept as credit for a customer. Missing in states of before. */
  readonly kept?: readonly KeptCredit[];
}

export const emptyLedger: Ledger = { customerId: null, suspended: {}, inbound: [], refunds: [] };

/** Where the money of this order or payment is kept. */
export const holderOf = ({ customerId }: Ledger, currency: string): string =>
  customerId === null ? accountIdOf('SUSPENSE', currency) : accountIdOf('CUSTOMER', currency, customerId);

/** One transfer that a document leads to. `part`: which of the document's transfers it is. */
export interface Posting {
  readonly kind: (typeof ORIGINS)[number];
  /** The document's id. */
  readonly id: string;
  readonly part: string;
  readonly from: string;
  readonly to: string;
  /** Minor units; nothing is moved for 0, and the other way round below it. */
  readonly amount: number;
  readonly currency: string;
  readonly text: string;
}

/** The same posting has the same transfer, whoever makes it, and however often. */
export const transferIdOf = ({ kind, id, part }: Pick<Posting, 'kind' | 'id' | 'part'>): string =>
  derivedId('posting', kind, id, part);

export const suspend = (ledger: Ledger, currency: string, amount: number): Ledger => ({
  ...ledger,
  suspended: { ...ledger.suspended, [currency]: (ledger.suspended[currency] ?? 0) + amount },
});
