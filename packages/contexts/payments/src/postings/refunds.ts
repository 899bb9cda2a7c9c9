import { type CommandMessage, type Duration, send, type TimerWish } from '@waybill/engine';
import { accountIdOf } from '../account/account-id.ts';
import type { NoPart } from '../account/events.ts';
import { orderPaymentCommands } from '../order-payment/commands.ts';
import { type Books, holderOf, type Ledger, type PendingRefund, suspend } from './ledger.ts';
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

const replaced = (ledger: Ledger, refund: PendingRefund): Ledger => ({
  ...ledger,
  refunds: ledger.refunds.map((one) => (one.refundId === refund.refundId ? refund : one)),
});

const without = (ledger: Ledger, refundId: string): Ledger => ({
  ...ledger,
  refunds: ledger.refunds.filter((one) => one.refundId !== refundId),
});

/** Makes the next transfer of a refund. */
const pay = (ledger: Ledger, books: Books, refund: PendingRefund): Refunding => {
  const { refundId: id, amount, currency, text, tries } = refund;
  const [from, to] = [holderOf(ledger, currency), accountIdOf('WORLD', currency)];
  const posting = { kind: 'REFUND', id, part: `try ${tries + 1}`, from, to, amount, currency, text } as const;
  const paid = replaced(ledger, { ...refund, tries: tries + 1, moving: true });
  return {
    // SUSPENSE takes what is asked of it: that refund is as good as paid.
    state: ledger.customerId === null ? suspend(paid, currency, -amount) : paid,
    commands: [transferFor(posting, books, true).command],
    timers: [],
  };
};

/** Pays the refunds that nothing holds up any more: what they are paid from has arrived. */
export const payDue = (ledger: Ledger, books: Books): Refunding => {
  const due = ledger.inbound.length > 0 ? [] : ledger.refunds.filter(({ moving, tries }) => !moving && tries === 0);
  return due.reduce<Refunding>(
    ({ state, commands, timers }, refund) => {
      const paid = pay(state, books, refund);
      return { state: paid.state, commands: [...commands, ...paid.commands], timers };
    },
    { state: ledger, commands: [], timers: [] },
  );
};

/** The pause is over. */
export const payAgain = (ledger: Ledger, books: Books, refundId: string): Refunding => {
  const refund = ledger.refunds.find((one) => one.refundId === refundId && !one.moving);
  return refund ? pay(ledger, books, refund) : { state: ledger, commands: [], timers: [] };
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

/** What became of a refund's transfer; `no`: why it failed. */
export const settle = (ledger: Ledger, books: Books, refundId: string, no: NoPart | null): Refunding => {
  const refund = ledger.refunds.find((one) => one.refundId === refundId);
  if (!refund?.moving) return { state: ledger, commands: [], timers: [] };
  const state = without(ledger, refundId);
  if (no === null) return { state, commands: [completed(books, refundId)], timers: [] };
  const pause = PAUSES[refund.tries - 1];
  if (no !== 'INSUFFICIENT_FUNDS' || !pause)
    return { state, commands: [failed(books, refundId, REASONS[no])], timers: [] };
  return {
    state: replaced(ledger, { ...refund, moving: false }),
    commands: [],
    timers: [{ set: `refund ${refundId}`, after: pause }],
  };
};
