import { beforeEach, describe, expect, it } from 'vitest';
import { paymentBooks } from '../testing/payment-books.ts';

let books: ReturnType<typeof paymentBooks>;
beforeEach(() => {
  books = paymentBooks();
});

const request = (orderId: string, amount: number, currency = 'GBP') =>
  books.execute('RequestPayment', { orderId, orderNumber: `ORD-${orderId}`, amount, currency });
const arrive = (paymentId: string, orderId: string | null, amount: number, currency = 'GBP') =>
  books.execute('RecordIncomingPayment', {
    ...{ paymentId, orderId, amount, currency },
    ...{ orderReference: null, channel: 'bank', reference: paymentId, method: 'CARD' },
  });
const match = (paymentId: string, orderId: string, amount: number, heldBy?: string | null) =>
  books.execute('MatchPayment', { paymentId, orderId, amount, heldBy });
/** What happened since, as 'stream: type amount'. */
const told = (from = 0) =>
  books.events
    .slice(from)
    .map(
      ({ id, type, data }) =>
        `${id}: ${type}${'amount' in data && type !== 'PaymentReferenceTaken' ? ` ${data.amount}` : ''}`,
    );

describe('matching money that named no known order', () => {
  it('puts it to the order in parts, and completes it', () => {
    arrive('p', null, 1_000);
    request('A', 600);
    const before = books.events.length;
    expect([match('p', 'A', 400), match('p', 'A', 200)]).toEqual(['accepted', 'accepted']);
    expect(told(before)).toEqual([
      'p: PaymentMatched 400',
      'A: MatchedPaymentAdded 400',
      'p: PaymentMatched 200',
      'A: MatchedPaymentAdded 200',
      'A: PaymentReceived 600',
    ]);
    expect(match('p', 'A', 400)).toBe('OrderTakesNoPayment');
  });

  it('takes no more than waits, and no more than the order lacks', () => {
    arrive('p', null, 500);
    request('A', 400);
    request('B', 5_000);
    request('E', 500, 'EUR');
    expect([
      match('p', 'A', 401),
      match('p', 'B', 501),
      match('p', 'E', 100),
      match('p', 'B', 0),
      match('q', 'B', 1),
    ]).toEqual(['MoreThanIsOpen', 'NotEnoughWaits', 'PaymentInOtherCurrency', 'AmountNotAllowed', 'PaymentUnknown']);
    books.execute('CancelPaymentRequest', { orderId: 'A', reason: 'expired' });
    expect(match('p', 'A', 100)).toBe('OrderTakesNoPayment');
  });

  it('may go to an order that was not asked for yet, which counts it when it is', () => {
    arrive('p', null, 500);
    match('p', 'A', 500);
    const before = books.events.length;
    request('A', 500);
    expect(told(before)).toEqual(['A: PaymentRequested 500', 'A: PaymentReceived 500']);
  });
});

describe('matching money that one order does not need', () => {
  beforeEach(() => {
    request('A', 600);
    request('B', 300);
    arrive('p', 'A', 1_000);
  });

  it('lets it leave the one and enter the other in one step', () => {
    const before = books.events.length;
    expect(match('p', 'B', 300)).toBe('accepted');
    expect(told(before)).toEqual([
      'A: PaymentMatched 300',
      'p: PaymentHolderAdded',
      'B: MatchedPaymentAdded 300',
      'B: PaymentReceived 300',
    ]);
  });

  it('finds it again where it went', () => {
    match('p', 'B', 300);
    books.execute('CancelPaymentRequest', { orderId: 'B', reason: 'cancelled' });
    request('C', 300);
    expect(match('p', 'C', 300, 'A')).toBe('NotEnoughWaits');
    expect(match('p', 'C', 300)).toBe('accepted');
    expect(books.order('C').status).toBe('PAID');
  });

  it('may stay, where the order is asked for more', () => {
    books.execute('AmendPaymentRequest', { orderId: 'A', amendmentId: 'm', amount: 900, reason: 'one more' });
    expect(books.order('A').status).toBe('REQUESTED');
    expect([match('p', 'A', 300), books.order('A').status]).toEqual(['accepted', 'PAID']);
  });
});

describe('keeping and sending back', () => {
  const keep = (amount: number) => books.execute('KeepPaymentAsCredit', { paymentId: 'p', customerId: 'c', amount });
  const refund = (refundId: string, amount: number) =>
    books.execute('RefundUnallocatedPayment', { paymentId: 'p', refundId, amount });

  it('uses up what waits, whoever holds it', () => {
    arrive('p', null, 500);
    const before = books.events.length;
    expect([keep(200), refund('r', 300), refund('r', 300), keep(1)]).toEqual([
      'accepted',
      'accepted',
      'accepted',
      'NotEnoughWaits',
    ]);
    expect(told(before)).toEqual(['p: PaymentKeptAsCredit 200', 'p: RefundRequested 300']);
  });

  it('lets what could not be sent back wait again', () => {
    arrive('p', null, 500);
    refund('r', 500);
    const before = books.events.length;
    books.execute('FailUnallocatedRefund', { paymentId: 'p', refundId: 'r', reason: 'no such account' });
    expect(told(before)).toEqual(['p: RefundFailed 500', 'p: PaymentUnallocated 500']);
    expect(keep(500)).toBe('accepted');
  });

  it('settles a refund of money that named an order in the stream of that order', () => {
    request('A', 100);
    arrive('p', 'A', 150);
    expect(refund('r', 50)).toBe('accepted');
    expect(books.order('A').refunds).toMatchObject([{ refundId: 'r', amount: 50, status: 'REQUESTED' }]);
    expect(books.execute('CompleteRefund', { orderId: 'A', refundId: 'r' })).toBe('accepted');
  });

  it('knows no refund of a payment that never came', () => {
    const unknown = { paymentId: 'p', refundId: 'r', reason: 'no such account' };
    expect(books.execute('CompleteUnallocatedRefund', unknown)).toBe('PaymentUnknown');
    expect(books.execute('FailUnallocatedRefund', unknown)).toBe('PaymentUnknown');
  });
});

describe('a payment that bounced', () => {
  const fail = () => books.execute('FailPayment', { paymentId: 'p', orderId: 'A', reason: 'returned by the bank' });

  it('is gone wherever its money went, once', () => {
    request('A', 600);
    request('B', 300);
    arrive('p', 'A', 1_000);
    match('p', 'B', 300);
    const before = books.events.length;
    expect([fail(), fail()]).toEqual(['accepted', 'accepted']);
    expect(told(before)).toEqual(['A: PaymentFailed 700', 'B: PaymentFailed 300']);
    // Of the 700, A had asked for 600: the rest waited for a person.
    expect(books.events.slice(before)).toMatchObject([{ data: { held: 600 } }, { data: { held: 300 } }]);
    expect([books.order('A').status, books.order('B').status, match('p', 'B', 100)]).toEqual([
      'REQUESTED',
      'REQUESTED',
      'NotEnoughWaits',
    ]);
  });

  it('is refused where there was none', () => expect(fail()).toBe('PaymentUnknown'));
});
