import { describe, expect, it } from 'vitest';
import { paymentActions } from './available-actions.ts';
import type { PaymentStatus } from './status.ts';

const offered = (status: PaymentStatus, open: number, refundable: number) =>
  paymentActions({ status, open, refundable, currency: 'GBP' })
    .filter(({ refusal }) => !refusal)
    .map(({ name }) => name);

describe('what can be done about a payment', () => {
  it.each<[PaymentStatus, number, number, string[]]>([
    ['NOT_REQUESTED', 0, 0, ['recordIncomingPayment']],
    ['REQUESTED', 1_000, 0, ['recordIncomingPayment', 'amendPaymentRequest']],
    ['PARTIALLY_PAID', 600, 400, ['recordIncomingPayment', 'refundPayment', 'amendPaymentRequest']],
    ['FAILED', 1_000, 0, ['recordIncomingPayment', 'amendPaymentRequest']],
    ['PAID', 0, 1_000, ['refundPayment', 'amendPaymentRequest']],
    ['REFUNDING', 0, 300, ['refundPayment', 'amendPaymentRequest']],
    ['REFUNDED', 0, 0, []],
    ['CANCELLED', 0, 400, ['refundPayment']],
  ])('%s, %i open, %i to give back', (status, open, refundable, names) => {
    expect(offered(status, open, refundable)).toEqual(names);
  });

  it('says why not', () => {
    expect(paymentActions({ status: 'CANCELLED', open: 0, refundable: 0, currency: 'GBP' })).toMatchObject([
      { refusal: { code: 'NothingToCollect' } },
      { refusal: { code: 'RefundTooHigh' } },
      { refusal: { code: 'AmendmentNotPossible' } },
    ]);
  });
});
