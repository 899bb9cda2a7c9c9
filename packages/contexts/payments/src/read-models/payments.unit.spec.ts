import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waitingOf } from '../holdings/share.ts';
import { happening } from '../testing/happenings.ts';
import { ORDERS, PAYMENTS } from '../testing/money-faults.ts';
import { paymentBooks } from '../testing/payment-books.ts';
import type { OrderPaymentRow } from './order-payment-row.ts';
import { orderPayments } from './order-payments.ts';
import { type UnallocatedPaymentRow, unallocatedPayments } from './unallocated-payments.ts';

type Books = ReturnType<typeof paymentBooks>;
type Command = Parameters<Books['execute']>;

const after = (...commands: Command[]): Books => {
  const books = paymentBooks();
  for (const command of commands) books.execute(...command);
  return books;
};
/** Folds as the consumer does: only what the view listens to, row by row. */
const rowsOf = <Row>(
  view: { events: readonly { type: string }[]; keys(event: never): readonly string[]; evolve: unknown },
  { events }: Books,
): ReadonlyMap<string, Row> => {
  const types = new Set(view.events.map(({ type }) => type));
  const evolve = view.evolve as (row: Row | undefined, event: unknown, key: string) => Row | undefined;
  const rows = new Map<string, Row>();
  for (const event of events.filter(({ type }) => types.has(type)))
    for (const key of view.keys(event as never)) {
      const row = evolve(rows.get(key), event, key);
      if (row === undefined) rows.delete(key);
      else rows.set(key, row);
    }
  return rows;
};
const payment = (books: Books, id = 'A') => rowsOf<OrderPaymentRow>(orderPayments, books).get(id);
const waiting = (books: Books) => [...rowsOf<UnallocatedPaymentRow>(unallocatedPayments, books).values()];

const request = (amount = 1_000, orderId = 'A'): Command => [
  'RequestPayment',
  { orderId, orderNumber: `ORD-${orderId}`, amount, currency: 'GBP' },
];
const arrive = (paymentId: string, amount: number, orderId: string | null = 'A', currency = 'GBP'): Command => [
  'RecordIncomingPayment',
  {
    ...{ paymentId, orderId, amount, currency, orderReference: orderId === null ? 'for the lamps' : null },
    ...{ channel: 'bank', reference: paymentId, method: 'CARD' },
  },
];
const cancel: Command = ['CancelPaymentRequest', { orderId: 'A', reason: 'expired' }];
const refund = (amount: number): Command => [
  'RefundPayment',
  { orderId: 'A', refundId: 'r', amount, currency: 'GBP', reason: 'returned' },
];
const complete: Command = ['CompleteRefund', { orderId: 'A', refundId: 'r' }];
const fail: Command = ['FailRefund', { orderId: 'A', refundId: 'r', reason: 'no such account' }];
const bounce: Command = ['FailPayment', { orderId: 'A', paymentId: 'p1', reason: 'returned by the bank' }];
const match = (amount: number, orderId: string): Command => ['MatchPayment', { paymentId: 'p1', orderId, amount }];

describe('the payment of an order', () => {
  it.each<[string, Command[], object]>([
    [
      'asked for',
      [request()],
      { status: 'REQUESTED', requested: 1_000, received: 0, open: 1_000, orderNumber: 'ORD-A' },
    ],
    ['paid in part', [request(), arrive('p1', 400)], { status: 'PARTIALLY_PAID', received: 400, open: 600 }],
    ['paid', [request(), arrive('p1', 400), arrive('p2', 600)], { status: 'PAID', received: 1_000, refundable: 1_000 }],
    ['paid before it was asked for', [arrive('p1', 400)], { status: 'NOT_REQUESTED', requested: null, received: 400 }],
    ['paid with too much', [request(), arrive('p1', 1_200)], { status: 'PAID', received: 1_000, waiting: 200 }],
    ['paid in another currency', [request(), arrive('p1', 5, 'A', 'EUR')], { status: 'REQUESTED', received: 0 }],
    [
      'cancelled with money',
      [request(), arrive('p1', 400), cancel],
      { status: 'CANCELLED', received: 0, open: 0, waiting: 400, refundable: 400 },
    ],
    [
      'being refunded',
      [request(), arrive('p1', 1_000), refund(300)],
      { status: 'REFUNDING', received: 1_000, refunding: 300, refunded: 0, refundable: 700, open: 0 },
    ],
    [
      'refunded in part',
      [request(), arrive('p1', 1_000), refund(300), complete],
      { status: 'PAID', received: 1_000, refunding: 0, refunded: 300, open: 0 },
    ],
    ['refunded', [request(), arrive('p1', 1_000), refund(1_000), complete], { status: 'REFUNDED', refunded: 1_000 }],
    ['cancelled and refunded', [request(), arrive('p1', 400), cancel, refund(400), complete], { status: 'REFUNDED' }],
    ['not refunded after all', [request(), arrive('p1', 1_000), refund(300), fail], { status: 'PAID', refunded: 0 }],
    ['bounced', [request(), arrive('p1', 1_000), bounce], { status: 'FAILED', received: 0, open: 1_000 }],
    [
      'bounced in part',
      [request(), arrive('p1', 400), arrive('p2', 600), bounce],
      { status: 'PARTIALLY_PAID', received: 600 },
    ],
  ])('%s', (_, commands, expected) => expect(payment(after(...commands))).toMatchObject(expected));

  it('tells of each payment and refund what became of it', () => {
    expect(payment(after(request(), arrive('p1', 1_000), refund(300), fail, bounce))).toMatchObject({
      payments: [{ paymentId: 'p1', amount: 1_000, failed: true, failure: 'returned by the bank', isMatched: false }],
      refunds: [{ refundId: 'r', amount: 300, status: 'FAILED', reason: 'returned', failure: 'no such account' }],
    });
  });

  it('counts what was matched to it again once', () => {
    const amend: Command = [
      'AmendPaymentRequest',
      { orderId: 'A', amendmentId: 'm', amount: 1_200, reason: 'one more' },
    ];
    expect(payment(after(request(), arrive('p1', 1_200), amend, match(200, 'A')))).toMatchObject({
      ...{ status: 'PAID', received: 1_200, waiting: 0 },
      payments: [{ amount: 1_400, rematched: 200 }],
    });
  });
});

describe('money that waits for a person', () => {
  it('is listed with its reason, where it waits, and what the payer wrote', () => {
    expect(waiting(after(request(), arrive('p1', 1_200)))).toMatchObject([
      { key: 'p1:A:TOO_MUCH', paymentId: 'p1', reason: 'TOO_MUCH', orderId: 'A', amount: 200, reference: 'p1' },
    ]);
    expect(waiting(after(arrive('p1', 500, null)))).toMatchObject([
      {
        key: 'p1:-:UNKNOWN_ORDER',
        reason: 'UNKNOWN_ORDER',
        orderId: null,
        orderReference: 'for the lamps',
        amount: 500,
      },
    ]);
  });

  it('goes as it is seen to, part by part, and comes back where a refund fails', () => {
    const back: Command = ['RefundUnallocatedPayment', { paymentId: 'p1', refundId: 'r', amount: 300 }];
    const failed: Command = ['FailUnallocatedRefund', { paymentId: 'p1', refundId: 'r', reason: 'no such account' }];
    const parts = [arrive('p1', 500, null), request(200), match(200, 'A')] as const;
    expect(waiting(after(...parts))).toMatchObject([{ amount: 300 }]);
    expect(waiting(after(...parts, back))).toEqual([]);
    expect(waiting(after(...parts, back, failed))).toMatchObject([{ amount: 300, orderReference: 'for the lamps' }]);
  });

  it('adds up to what the streams say, whatever happened', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(happening, { minLength: 5, maxLength: 40, size: 'max' }), (sequence) => {
        const books = after(...sequence.map(({ type, data, by }): Command => [type, data, by]));
        const holders = [...ORDERS.map((id) => books.order(id)), ...PAYMENTS.map((id) => books.payment(id))];
        const shares = holders.flatMap((holder) => holder?.payments ?? []);
        const listed = waiting(books).reduce((sum, { amount }) => sum + amount, 0);
        expect(listed).toBe(shares.reduce((sum, share) => sum + waitingOf(share), 0));
      }),
      { numRuns: 200 },
    );
  });
});
