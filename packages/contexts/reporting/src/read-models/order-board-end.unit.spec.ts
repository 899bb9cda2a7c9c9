import { describe, expect, it } from 'vitest';
import { asked, confirmed, fold, no, placed, told } from '../testing/board-story.ts';
import { address, customer, mugs } from '../testing/documents.ts';

describe('The board of orders, of holds, cancellations and the end', () => {
  it('shows an order that is on hold, and one that expired', () => {
    const held = told('OrderHeld', { reason: 'address looks wrong', credit: null });
    const released = told('OrderReleased', { override: null });
    expect(fold(...placed, held, confirmed)).toMatchObject({ orderStatus: 'HELD' });
    expect(fold(...placed, held, asked)).toMatchObject({ orderStatus: 'CANCELLING' });
    expect(fold(...placed, held, confirmed, released)).toMatchObject({ orderStatus: 'CONFIRMED' });
    expect(fold(...placed, held, told('OrderExpired', {}))).toMatchObject({ orderStatus: 'EXPIRED' });
  });

  it('shows what is left of an order that was partly cancelled, and goes on', () => {
    const one = [{ lineId: 'L1', quantity: 1 }];
    const partly = told('CancellationRequested', { cancellationId: 'k2', reason: 'one less', lines: one });
    const gone = told('OrderLinesCancelled', {
      cancellationId: 'k2',
      reason: 'one less',
      lines: one,
      on: null,
      currency: 'GBP',
      net: 255,
      total: 306,
    });
    expect(fold(...placed, confirmed, partly)).toMatchObject({ orderStatus: 'CONFIRMED', cancelledTotal: 0 });
    const left = { net: 1275, tax: 255, total: 1530, cancelledTotal: 306 };
    expect(fold(...placed, confirmed, partly, gone)).toMatchObject({ orderStatus: 'CONFIRMED', ...left });
    expect(fold(...placed, partly, asked, gone)).toMatchObject({ orderStatus: 'CANCELLING', ...left });
    expect(fold(...placed, partly, asked, gone, no)).toMatchObject({ orderStatus: 'PLACED', ...left });
  });

  it('keeps an order on record that came after its own cancellation', () =>
    expect(
      fold(
        told('OrderRecordedAsCancelled', {
          number: 'ORD-2026-000001',
          ...customer,
          deliveryAddress: address,
          billingAddress: address,
          country: 'United Kingdom',
          currency: 'GBP',
          prices: 'NET',
          terms: 'PREPAID',
          lines: [{ ...mugs, discount: 0 }],
          net: 1530,
          tax: 306,
          total: 1836,
          channel: 'edi',
          externalId: '42',
          reason: 'cancelled before it came',
        }),
      ),
    ).toMatchObject({
      orderStatus: 'CANCELLED',
      placedAt: null,
      channel: 'edi',
      total: 1836,
      search: 'ord-2026-000001 42 ada ltd mug',
    }));

  it('follows the order to its end, or back from a cancellation', () => {
    expect(fold(...placed, confirmed)).toMatchObject({ orderStatus: 'CONFIRMED' });
    expect(fold(...placed, confirmed, told('OrderCompleted', {}))).toMatchObject({ orderStatus: 'COMPLETED' });
    expect(fold(...placed, asked)).toMatchObject({ orderStatus: 'CANCELLING' });
    expect(fold(...placed, asked, no)).toMatchObject({ orderStatus: 'PLACED' });
    expect(fold(...placed, asked, confirmed, no)).toMatchObject({ orderStatus: 'CONFIRMED' });
    expect(fold(...placed, asked, told('OrderCancelled', { reason: '' }))).toMatchObject({ orderStatus: 'CANCELLED' });
  });
});
