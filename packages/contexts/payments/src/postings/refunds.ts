import { type CommandMessage, type Duration, send, type TimerWish } from '@waybill/engine';
import { accountIdOf } from '../account/account-id.ts';
import type { NoPart } from '../account/events.ts';
import { orderPaymentCommands } from '../order-payment/commands.ts';
import { type Books, holderOf, type Ledger, type Outcome, type PendingRefund, suspend } from './ledger.ts';
import { transferFor } from './transfer-for.ts';

/**
 * After what pauses a refund is tried again that the account does not cover: other documents of the same customer may be
 * under way. Then a person decides.
 */
const PAUSES: readonly Duration[] = [{ seconds: 10 }, { minutes: 1 }, { minutes: 10 }];

export interface Refunding {
  readonly state: Ledger;
  readonly commands: readonly CommandMessage[];
  readonly timers: readonly TimerWish[];
}

/** Of the pause before a refund's next transfer. */
const timerOf = (refundId: string): string => `refund ${refundId}`;

const nothing = (state: Ledger): Refunding => ({ state, commands: [], timers: [] });

const replaced = (ledger: Ledger, refund: PendingRefund): Ledger => ({
  ...ledger,
  refunds: ledger.refunds.map((one) => (one.refundId === refund.refundId ? refund : one)),
});

const without = (ledger: Ledger, refundId: string): Ledger => ({
  ...ledger,
  refunds: ledger.refunds.filter((one) => one.refundId !== refundId),
});

/**
 * Moves a refund's money from who holds it to the world; where `amount` is below zero, back. SUSPENSE takes what is asked
 * of it: its refund is as good as paid.
 */
const move = (
  ledger: Ledger,
  books: Books,
  { refundId: id, currency, ...refund }: PendingRefund,
  { part, checked, amount = refund.amount }: { part: string; checked: boolean; amount?: number },
): Refunding => {
  const [from, to] = [holderOf(ledger, currency), accountIdOf('WORLD', currency)];
  const posting = { kind: 'REFUND', id, part, from, to, amount, currency, text: refund.text } as const;
  return {
    state: ledger.customerId === null ? suspend(ledger, currency, -amount) : ledger,
    commands: [transferFor(posting, books, checked).command],
    timers: [],
  };
};

/** Makes the next transfer of a refund. */
const pay = (ledger: Ledger, books: Books, refund: PendingRefund): Refunding => {
  const tries = refund.tries + 1;
  const paid = replaced(ledger, { ...refund, tries, moving: true });
  return move(paid, books, refund, { part: `try ${tries}`, checked: true });
};

/** It went out by another way than ours: the books say so, whether the account covers it or not. */
const wentOut = (ledger: Ledger, books: Books, refund: PendingRefund): Refunding =>
  move(without(ledger, refund.refundId), books, refund, { part: 'by hand', checked: false });

/** Pays the refunds that nothing holds up any more: what they are paid from has arrived. */
export const payDue = (ledger: Ledger, books: Books): Refunding => {
  const due = ledger.inbound.length > 0 ? [] : ledger.refunds.filter(({ moving, tries }) => !moving && tries === 0);
  return due.reduce<Refunding>(({ state, commands, timers }, refund) => {
    const paid = pay(state, books, refund);
    return { state: paid.state, commands: [...commands, ...paid.commands], timers };
  }, nothing(ledger));
};

/** The pause is over. */
export const payAgain = (ledger: Ledger, books: Books, refundId: string): Refunding => {
  const refund = ledger.refunds.find((one) => one.refundId === refundId);
  return refund && !refund.moving && !refund.moved ? pay(ledger, books, refund) : nothing(ledger);
};

const { CompleteRefund, FailRefund, CompleteUnallocatedRefund, FailUnallocatedRefund } = orderPaymentCommands;

const completed = ({ orderId, paymentId }: Books, refundId: string): CommandMessage =>
  orderId === null
    ? send(CompleteUnallocatedRefund, { paymentId: paymentId ?? '', refundId })
    : send(CompleteRefund, { orderId, refundId });

const failed = ({ orderId, paymentId }: Books, refundId: string, reason: string): CommandMessage =>
  orderId === null
    ? send(FailUnallocatedRefund, { paymentId: paymentId ?? '', refundId, reason })
    : send(FailRefund, { orderId, refundId, reason });

const REASONS: Readonly<Record<NoPart, string>> = {
  INSUFFICIENT_FUNDS: "The customer's account does not hold that much.",
  ACCOUNT_CLOSED: "The customer's account is closed.",
  ACCOUNT_UNKNOWN: 'The customer has no account in this currency.',
};

/** Transfer and stream have told: where they differ, the stream is right, and the books follow it. */
const close = (ledger: Ledger, books: Books, refund: PendingRefund, moved: Outcome, said: Outcome): Refunding => {
  const state = without(ledger, refund.refundId);
  if (moved === said) return nothing(state);
  return said === 'OUT'
    ? wentOut(ledger, books, refund)
    : move(state, books, refund, { part: 'back', checked: false, amount: -refund.amount });
};

/** What a refund's stream says has become of it: by our own answer, or because a person was faster. */
export const hear = (ledger: Ledger, books: Books, refundId: string, said: Outcome): Refunding => {
  const refund = ledger.refunds.find((one) => one.refundId === refundId);
  if (!refund) return nothing(ledger);
  if (refund.moving) return nothing(replaced(ledger, { ...refund, said }));
  if (refund.moved) return close(ledger, books, refund, refund.moved, said);
  // Its next transfer is not made any more.
  return { ...close(ledger, books, refund, 'NOT_OUT', said), timers: [{ cancel: timerOf(refundId) }] };
};

/** What became of a refund's transfer; `no`: why it failed. */
export const settle = (ledger: Ledger, books: Books, refundId: string, no: NoPart | null): Refunding => {
  const refund = ledger.refunds.find((one) => one.refundId === refundId);
  if (!refund?.moving) return nothing(ledger);
  const moved: Outcome = no === null ? 'OUT' : 'NOT_OUT';
  if (refund.said) return close(ledger, books, refund, moved, refund.said);
  const still = { ...refund, moving: false };
  const pause = no === 'INSUFFICIENT_FUNDS' ? PAUSES[refund.tries - 1] : undefined;
  if (pause)
    return { state: replaced(ledger, still), commands: [], timers: [{ set: timerOf(refundId), after: pause }] };
  const answer = no === null ? completed(books, refundId) : failed(books, refundId, REASONS[no]);
  return { state: replaced(ledger, { ...still, moved }), commands: [answer], timers: [] };
};
