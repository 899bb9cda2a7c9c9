import fc from 'fast-check';

/** A command with its data, as it happens to two orders and four payments. */
export interface Happening {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly by: 'person' | 'process';
}

/** Few different ones, so that sums meet; the small ones fit more often. */
const amount = fc.oneof(
  fc.constantFrom(100, 100, 200, 300),
  fc.integer({ min: 1, max: 12 }).map((n) => n * 100),
);
const orderId = fc.constantFrom('A', 'B');
const paymentId = fc.constantFrom('p1', 'p2', 'p3', 'p4');
const heldBy = fc.constantFrom(undefined, undefined, undefined, undefined, null, 'A', 'B');
const id = fc.constantFrom('1', '2', '3');
const by = fc.constantFrom('person' as const, 'process' as const);
const reason = fc.constant('a reason');
const currency = fc.constantFrom(...Array.from({ length: 7 }, () => 'GBP'), 'EUR');

const of = (type: string, data: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Happening> =>
  fc.record({ type: fc.constant(type), data: fc.record(data), by });

const arrival = fc.record({ paymentId, orderId: fc.constantFrom('A', 'A', 'B', null), amount, currency }).map(
  (data): Happening => ({
    type: 'RecordIncomingPayment',
    data: { ...data, orderReference: null, channel: 'bank', reference: data.paymentId, method: 'CARD' },
    by: 'person',
  }),
);
/** A refund belongs to one order, so its id does. */
const ofRefund = (type: string, more: Record<string, fc.Arbitrary<unknown>>) =>
  of(type, { orderId, refundId: id, ...more });

/** Everything that can happen to money, in any order; what the rest depends on happens more often. */
export const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 12, arbitrary: arrival },
  {
    weight: 5,
    arbitrary: of('RequestPayment', { orderId, orderNumber: reason, amount, currency: fc.constant('GBP') }),
  },
  { weight: 4, arbitrary: of('AmendPaymentRequest', { orderId, amendmentId: id, amount, reason }) },
  {
    weight: 3,
    arbitrary: of('RecordBilling', {
      ...{ orderId, documentId: id, currency },
      amount: fc.oneof(
        amount,
        amount.map((n) => -n),
      ),
    }),
  },
  { weight: 1, arbitrary: of('CancelPaymentRequest', { orderId, reason }) },
  { weight: 4, arbitrary: ofRefund('RefundPayment', { amount, currency, reason }) },
  { weight: 2, arbitrary: ofRefund('CompleteRefund', {}) },
  { weight: 4, arbitrary: ofRefund('FailRefund', { reason }) },
  { weight: 1, arbitrary: of('FailPayment', { paymentId, orderId, reason }) },
  { weight: 12, arbitrary: of('MatchPayment', { paymentId, orderId, amount, heldBy }) },
  { weight: 2, arbitrary: of('KeepPaymentAsCredit', { paymentId, customerId: fc.constant('c'), amount, heldBy }) },
  { weight: 3, arbitrary: of('RefundUnallocatedPayment', { paymentId, refundId: id, amount, heldBy }) },
  { weight: 2, arbitrary: of('CompleteUnallocatedRefund', { paymentId, refundId: id }) },
  { weight: 3, arbitrary: of('FailUnallocatedRefund', { paymentId, refundId: id, reason }) },
);
