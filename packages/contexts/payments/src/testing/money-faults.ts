import { heldOf, type PaymentShare, stakeOf, waitingOf } from '../holdings/share.ts';
import { heldAmount, openAmount } from '../order-payment/state.ts';
import type { paymentBooks } from './payment-books.ts';

type Books = ReturnType<typeof paymentBooks>;
export const ORDERS = ['A', 'B'];
export const PAYMENTS = ['p1', 'p2', 'p3', 'p4'];

const total = (shares: readonly PaymentShare[], of: (share: PaymentShare) => number): number =>
  shares.reduce((sum, share) => sum + of(share), 0);

const paymentFaults = (books: Books, paymentId: string): string[] => {
  const holders = [...ORDERS.map((id) => books.order(id)), books.payment(paymentId)];
  const shares = holders.flatMap((holder) => holder?.payments.filter((one) => one.paymentId === paymentId) ?? []);
  const arrived = books.payment(paymentId)?.amount ?? 0;
  const bounced = shares.some(({ failed }) => failed);
  const rules: readonly [string, boolean][] = [
    ['every penny is in one place', total(shares, stakeOf) === (bounced ? 0 : arrived)],
    ['a bounced payment is nowhere', !bounced || shares.every((share) => stakeOf(share) === 0)],
    [
      'no part is negative',
      shares.every((s) => Math.min(heldOf(s), waitingOf(s), s.matched, s.credited, s.refunded) >= 0),
    ],
    [
      'its parts add up',
      shares.every((s) => s.failed || heldOf(s) + waitingOf(s) + s.credited + s.refunded === stakeOf(s)),
    ],
    ['no more is put to orders than arrived', total(shares, heldOf) <= arrived],
    ['no more goes back than arrived', total(shares, ({ refunded }) => refunded) <= arrived],
  ];
  return rules.filter(([, holds]) => !holds).map(([rule]) => `${paymentId}: ${rule}`);
};

const orderFaults = (books: Books, id: string): string[] => {
  const order = books.order(id);
  const { status, requested, claim, payments, refunds } = order;
  const underWay = refunds.filter((refund) => refund.status !== 'FAILED');
  const rules: readonly [string, boolean][] = [
    ['holds no more than it asks for', !requested || heldAmount(order) <= claim],
    ['holds nothing once it is cancelled', status !== 'CANCELLED' || total(payments, heldOf) === 0],
    [
      'holds its own currency alone',
      !requested || payments.every((share) => share.currency === requested.currency || heldOf(share) === 0),
    ],
    ['is paid when nothing is open', status !== 'PAID' || openAmount(order) === 0],
    ['asks while something is open', status !== 'REQUESTED' || openAmount(order) > 0],
    [
      'its refunds are what its payments gave',
      underWay.reduce((sum, { amount }) => sum + amount, 0) === total(payments, ({ refunded }) => refunded),
    ],
  ];
  return rules.filter(([, holds]) => !holds).map(([rule]) => `${id}: ${rule}`);
};

/** What is wrong with the money of two orders and four payments; nothing should be. */
export const moneyFaults = (books: Books): string[] => [
  ...PAYMENTS.flatMap((id) => paymentFaults(books, id)),
  ...ORDERS.flatMap((id) => orderFaults(books, id)),
];
