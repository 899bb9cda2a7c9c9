import { defineProcess, type EventOf, type Reaction, type Recorded, type Wait } from '@waybill/engine';
import { orderEvents } from '@waybill/sales/contract';
import { accountIdOf } from '../account/account-id.ts';
import { moneyTransferEvents } from '../money-transfer/events.ts';
import { orderPaymentEvents } from '../order-payment/events.ts';
import { type Document, documents, postingsOf } from './documents.ts';
import { keptAfter, keptBack } from './kept-credit.ts';
import { type Books, emptyLedger, holderOf, type Ledger, type Posting, suspend } from './ledger.ts';
import { hear, payAgain, payDue, settle } from './refunds.ts';
import { transferFor } from './transfer-for.ts';

const events = [
  orderEvents.OrderDrafted,
  orderEvents.OrderPlaced,
  ...documents,
  orderPaymentEvents.RefundRequested,
  orderPaymentEvents.RefundCompleted,
  orderPaymentEvents.RefundFailed,
  moneyTransferEvents.MoneyTransferCompleted,
  moneyTransferEvents.MoneyTransferFailed,
] as const;
type Heard = Recorded<EventOf<typeof events>>;

const waits = {
  refund: { for: 'the refund to be paid', deadline: { minutes: 20 }, late: 'alarm' },
} satisfies Readonly<Record<string, Wait<Ledger>>>;

/** Whose books an event belongs to. Transfers by hand are nobody's: they get an instance that does nothing. */
const booksOf = (event: Heard): Books => {
  switch (event.type) {
    case 'OrderDrafted':
    case 'OrderPlaced':
      return { orderId: event.id, paymentId: null };
    case 'InvoiceIssued':
    case 'InvoiceWrittenOff':
    case 'InvoiceWriteOffReversed':
    case 'CreditNoteIssued':
      return { orderId: event.data.orderId, paymentId: null };
    case 'MoneyTransferCompleted':
    case 'MoneyTransferFailed': {
      const { orderId = null, paymentId = null } = event.data.origin ?? {};
      return { orderId, paymentId };
    }
    default:
      return event.category === 'paymentReference'
        ? { orderId: null, paymentId: event.id }
        : { orderId: event.id, paymentId: null };
  }
};

/** Posts what a document says. */
const post = (ledger: Ledger, books: Books, postings: readonly Posting[]): Required<Reaction<Ledger>> => {
  const moved = postings.filter(({ amount, from, to }) => amount !== 0 && from !== to);
  const transfers = moved.map((posting) => ({ ...posting, ...transferFor(posting, books, false) }));
  const inbound = transfers.filter(({ to, currency }) => to === holderOf(ledger, currency));
  const state = { ...ledger, inbound: [...ledger.inbound, ...inbound.map(({ transferId }) => transferId)] };
  return { state, commands: transfers.map(({ command }) => command), timers: [] };
};

/** The customer is known from here on: what SUSPENSE held for the order goes to the customer's account. */
const introduce = (ledger: Ledger, books: Books, customerId: string): Required<Reaction<Ledger>> => {
  if (ledger.customerId !== null) return { state: ledger, commands: [], timers: [] };
  const known = { ...ledger, customerId, suspended: {} };
  const postings = Object.entries(ledger.suspended).map(([currency, amount]): Posting => {
    const [from, to] = [accountIdOf('SUSPENSE', currency), accountIdOf('CUSTOMER', currency, customerId)];
    const text = 'Payment of an order whose customer was not known';
    return { kind: 'CUSTOMER_KNOWN', id: books.orderId ?? '', part: currency, from, to, amount, currency, text };
  });
  return post(known, books, postings);
};

/** What a document changes of the money that SUSPENSE holds for an order, while its customer is not known. */
const suspendedBy = (ledger: Ledger, event: Document): Ledger => {
  if (ledger.customerId !== null || !('amount' in event.data)) return ledger;
  const { amount, currency } = event.data;
  switch (event.type) {
    case 'IncomingPaymentRecorded':
    case 'MatchedPaymentAdded':
      return suspend(ledger, currency, amount);
    case 'PaymentMatched':
    case 'PaymentKeptAsCredit':
    case 'PaymentFailed':
      return suspend(ledger, currency, -amount);
    default:
      return ledger;
  }
};

const alsoSuspended = (ledger: Ledger, { currency, amount }: Posting): Ledger =>
  ledger.customerId === null ? suspend(ledger, currency, amount) : ledger;

const react = (ledger: Ledger, event: Heard, books: Books): Required<Reaction<Ledger>> => {
  switch (event.type) {
    case 'OrderDrafted':
    case 'OrderPlaced':
      return introduce(ledger, books, event.data.customerId);
    case 'RefundRequested': {
      const { refundId, amount, currency, reason } = event.data;
      const refund = { refundId, amount, currency, text: `Refund: ${reason}`, tries: 0, moving: false };
      return { state: { ...ledger, refunds: [...ledger.refunds, refund] }, commands: [], timers: [] };
    }
    case 'RefundCompleted':
      return { ...hear(ledger, books, event.data.refundId, 'OUT') };
    case 'RefundFailed':
      return { ...hear(ledger, books, event.data.refundId, 'NOT_OUT') };
    case 'MoneyTransferCompleted':
    case 'MoneyTransferFailed': {
      const { origin } = event.data;
      const no = event.type === 'MoneyTransferFailed' ? event.data.reason : null;
      if (origin?.kind === 'REFUND') return { ...settle(ledger, books, origin.id, no) };
      const inbound = ledger.inbound.filter((transferId) => transferId !== event.id);
      return { state: { ...ledger, inbound }, commands: [], timers: [] };
    }
    default: {
      const back = keptBack(ledger, event);
      const posted = post(ledger, books, [...postingsOf(ledger, event), ...back]);
      return { ...posted, state: keptAfter(back.reduce(alsoSuspended, suspendedBy(posted.state, event)), event) };
    }
  }
};

/**
 * Makes the transfers that documents lead to. Their ids are derived from the documents, so whoever hears them again, from
 * the beginning of history too, posts nothing twice.
 */
export const postingsProcess = defineProcess({
  name: 'payments.postings',
  startFrom: 'beginning',
  events,
  instance: (event: Heard) => {
    const { orderId, paymentId } = booksOf(event);
    return orderId ?? paymentId ?? event.id;
  },
  initial: emptyLedger,
  waits,
  waiting: ({ refunds }) => (refunds.length > 0 ? ['refund'] : []),
  react: (ledger: Ledger, event) => {
    const books = booksOf(event);
    const { state, commands, timers } = react(ledger, event, books);
    const due = payDue(state, books);
    return { state: due.state, commands: [...commands, ...due.commands], timers };
  },
  // A person had said otherwise of a refund: that is told by its event.
  onRefusal: (state, { data: { code } }) => (code === 'RefundSettledBefore' ? { state } : 'trouble'),
  onTimer: (ledger, { name, instance }) => {
    const refundId = name.replace(/^refund /, '');
    return payAgain(ledger, { orderId: instance, paymentId: null }, refundId);
  },
});
