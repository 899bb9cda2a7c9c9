import { describe, expect, it } from 'vitest';
import { arrived, fold, paid, placed, requestCancelled, requested, told } from '../testing/board-story.ts';
import { orderBoard } from './order-board.ts';

describe('The board of orders, of money', () => {
  it('follows the money', () => {
    expect(fold(...placed, requested)).toMatchObject({ paymentStatus: 'REQUESTED', received: 0 });
    expect(fold(...placed, requested, arrived(1000))).toMatchObject({
      paymentStatus: 'PARTIALLY_PAID',
      received: 1000,
    });
    expect(fold(...placed, requested, arrived(1000), arrived(836), paid)).toMatchObject({
      paymentStatus: 'PAID',
      received: 1836,
    });
    expect(fold(...placed, arrived(1000), requested)).toMatchObject({ paymentStatus: 'PARTIALLY_PAID' });
    expect(fold(...placed, arrived(1836), paid, requested)).toMatchObject({ paymentStatus: 'PAID' });
  });

  it('adds no currencies', () =>
    expect(fold(...placed, requested, arrived(1836, 'EUR'))).toMatchObject({
      paymentStatus: 'REQUESTED',
      received: 0,
    }));

  it('shows that nothing is asked for any more, unless it was paid', () => {
    expect(fold(...placed, requested, requestCancelled)).toMatchObject({ paymentStatus: 'CANCELLED' });
    expect(fold(...placed, requested, arrived(1836), paid, requestCancelled)).toMatchObject({ paymentStatus: 'PAID' });
  });

  it('shows money for a cancelled order as received, not as its payment', () => {
    const cancelled = told('OrderCancelled', { reason: 'changed my mind' });
    expect(fold(...placed, cancelled, arrived(1836))).toMatchObject({ paymentStatus: 'NOT_REQUESTED', received: 1836 });
  });

  it('knows nothing of money for an order that nobody placed', () => expect(fold(arrived(100))).toBeUndefined());

  it('knows nothing of money that named no order', () =>
    expect(orderBoard.keys({ ...arrived(100), category: 'paymentReference' })).toEqual([]));
});
