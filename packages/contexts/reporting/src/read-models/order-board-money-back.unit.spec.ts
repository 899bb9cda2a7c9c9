import { describe, expect, it } from 'vitest';
import { arrived, fold, paid, placed, requested, told } from '../testing/board-story.ts';

describe('The board of orders, of money that moves again', () => {
  const refund = { refundId: 'f1', amount: 836, currency: 'GBP' };
  const sendBack = (amount = 836) =>
    told('RefundRequested', { ...refund, amount, reason: '', orderNumber: null, paymentId: null, taken: [] });
  const sent = (amount = 836) => told('RefundCompleted', { ...refund, amount });

  it('follows money that goes back', () => {
    const full = [...placed, requested, arrived(1836), paid];
    expect(fold(...full, sendBack())).toMatchObject({ paymentStatus: 'REFUNDING', refunding: 836 });
    expect(fold(...full, sendBack(), sent())).toMatchObject({ paymentStatus: 'PAID', refunding: 0, refunded: 836 });
    expect(fold(...full, sendBack(1836), sent(1836))?.paymentStatus).toBe('REFUNDED');
    const returned = told('RefundFailed', { ...refund, reason: 'account closed', taken: [] });
    expect(fold(...full, sendBack(), returned)).toMatchObject({ paymentStatus: 'PAID', refunding: 0, refunded: 0 });
    expect(
      fold(
        ...full,
        told('RefundRequested', {
          ...refund,
          currency: 'EUR',
          reason: '',
          orderNumber: null,
          paymentId: null,
          taken: [],
        }),
      )?.refunding,
    ).toBe(0);
  });

  it('is owed again what bounced', () => {
    const bounce = (amount: number, held = amount) =>
      told('PaymentFailed', { paymentId: 'p1', reason: 'account closed', waiting: [], held, amount, currency: 'GBP' });
    const full = [...placed, requested, arrived(1000), arrived(836), paid];
    expect(fold(...full, bounce(836))).toMatchObject({ paymentStatus: 'PARTIALLY_PAID', received: 1000 });
    expect(fold(...full, bounce(836), bounce(1000))).toMatchObject({ paymentStatus: 'FAILED', received: 0 });
    expect(fold(...full, bounce(836), arrived(836), paid)?.paymentStatus).toBe('PAID');
    // What waited for a person, and never was put to the order, is missed by nobody.
    expect(fold(...full, arrived(50), bounce(50, 0))).toMatchObject({ paymentStatus: 'PAID', received: 1836 });
  });

  it('counts money that a person put to it or took from it', () => {
    const matched = {
      paymentId: 'p2',
      channel: 'bank',
      reference: 'R2',
      method: 'BANK_TRANSFER',
      amount: 36,
      currency: 'GBP',
    };
    const away = { paymentId: 'p1', orderId: 'o2', reason: 'TOO_MUCH', amount: 100, currency: 'GBP' } as const;
    expect(fold(...placed, requested, told('MatchedPaymentAdded', matched))).toMatchObject({
      paymentStatus: 'PARTIALLY_PAID',
      received: 36,
    });
    expect(fold(...placed, requested, arrived(1936), paid, told('PaymentMatched', away))?.received).toBe(1836);
    const dearer = told('PaymentRequestAmended', { amendmentId: 'a1', reason: '', amount: 2000, currency: 'GBP' });
    expect(fold(...placed, requested, arrived(1836), paid, dearer)?.paymentStatus).toBe('PARTIALLY_PAID');
  });
});
