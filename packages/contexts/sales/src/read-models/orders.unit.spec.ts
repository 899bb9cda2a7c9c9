import { recorded } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import type { OrderEvent } from '../order/events.ts';
import {
  addressed,
  cancellationRejected,
  cancellationRequested,
  cancelled,
  completed,
  confirmed,
  draft,
  drafted,
  expired,
  held,
  heldForCredit,
  leeds,
  linesCancelled,
  mugsAdded,
  orderId,
  overCredit,
  placed,
  placedEvents,
  released,
  requestedFor,
  york,
} from '../testing/order-fixtures.ts';
import type { OrderRow } from './order-row.ts';
import { orders } from './orders.ts';

const fold = (...events: OrderEvent[]): OrderRow | undefined =>
  events.reduce<OrderRow | undefined>(
    (row, event, index) => orders.evolve(row, recorded(orderId, event, { version: index + 1 }), orderId),
    undefined,
  );
const at = '2026-01-05T09:00:00.000Z';
const taxes = [{ taxCode: 'STANDARD', taxRate: '20', net: 1930, tax: 386 }];
const asPlaced = {
  id: orderId,
  number: 'ORD-2026-000001',
  status: 'PLACED',
  customerId: 'c1',
  customerName: 'Ada Ltd',
  country: 'United Kingdom',
  currency: 'GBP',
  prices: 'NET',
  terms: 'PREPAID',
  shortage: 'BACKORDER',
  discounts: [],
  cancellations: [],
  held: null,
  notes: [],
  expiredAt: null,
  channel: 'web',
  externalId: null,
  taxes,
  net: 1930,
  tax: 386,
  total: 2316,
  deliveryAddress: leeds,
  billingAddress: leeds,
  cancellation: null,
  placedAt: at,
  confirmedAt: null,
  cancelledAt: null,
  completedAt: null,
  updatedAt: at,
};

describe('The row of an order', () => {
  it('shows a draft with what it comes to so far', () =>
    expect(fold(drafted, addressed, mugsAdded)).toMatchObject({
      status: 'DRAFT',
      version: 3,
      country: 'United Kingdom',
      draftedAt: at,
      placedAt: null,
      lines: [{ lineId: 'L1', amount: 1530, weightGrams: 300 }],
      net: 1530,
      tax: 306,
      total: 1836,
    }));

  it('follows changes of a draft', () => {
    const more = { type: 'ItemQuantityChanged', data: { lineId: 'L1', quantity: 10, amount: 2550 } } as const;
    const less = { type: 'ItemRemovedFromOrder', data: { lineId: 'L1' } } as const;
    const billing = { type: 'BillingAddressChanged', data: { customerId: 'c1', address: york } } as const;
    expect(fold(drafted, mugsAdded, more)).toMatchObject({ net: 2550, lines: [{ quantity: 10 }] });
    expect(fold(drafted, mugsAdded, less)).toMatchObject({ total: 0, lines: [] });
    expect(fold(drafted, billing)).toMatchObject({ billingAddress: york, deliveryAddress: null });
  });

  it('is the same whether drafted first or placed whole', () => {
    const [mugs, postage] = fold(...draft)?.lines ?? [];
    const lines = [mugs, { ...postage }];
    expect(fold(...placed)).toEqual({ ...asPlaced, lines, draftedAt: at, version: 7 });
    expect(fold(...placedEvents())).toEqual({ ...asPlaced, lines, draftedAt: null, version: 3 });
  });

  it('follows the order to its completion', () => {
    expect(fold(...placed, confirmed)).toMatchObject({ status: 'CONFIRMED', confirmedAt: at });
    expect(fold(...placed, confirmed, completed)).toMatchObject({ status: 'COMPLETED', completedAt: at });
  });

  it('follows a cancellation, whatever the answer', () => {
    const asked = { reason: 'changed my mind', requestedAt: at, rejected: null };
    const no = { code: 'ReturnInstead', message: 'Already packed.' };
    const question = { id: 'k1', lines: null, cancelled: null, ...asked };
    const rejected = cancellationRejected;
    expect(fold(...draft, cancelled)).toMatchObject({ status: 'CANCELLED', cancellation: asked });
    expect(fold(...placed, cancellationRequested)).toMatchObject({
      status: 'CANCELLING',
      cancellation: asked,
      cancellations: [{ ...question, status: 'REQUESTED', answeredAt: null }],
    });
    expect(fold(...placed, cancellationRequested, cancelled)).toMatchObject({
      status: 'CANCELLED',
      cancelledAt: at,
      cancellations: [{ ...question, status: 'RECORDED', answeredAt: at }],
    });
    const answered = { cancellation: { ...asked, rejected: no } };
    expect(fold(...placed, cancellationRequested, rejected)).toMatchObject({
      status: 'PLACED',
      ...answered,
      cancellations: [{ ...question, status: 'REJECTED', rejected: { ...no, returnInstead: null } }],
    });
    expect(fold(...placed, cancellationRequested, confirmed, rejected)).toMatchObject({
      status: 'CONFIRMED',
      ...answered,
    });
    expect(fold(...placed, confirmed, cancellationRequested, completed, rejected)).toMatchObject({
      status: 'COMPLETED',
      ...answered,
    });
  });

  it('shows what is left where some pieces were cancelled, and what that comes to', () => {
    const two = [{ lineId: 'L1', quantity: 2 }];
    const row = fold(...placed, confirmed, requestedFor('k2', two), linesCancelled('k2', two, 510, 612));
    expect(row).toMatchObject({
      status: 'CONFIRMED',
      lines: [
        { lineId: 'L1', quantity: 6, cancelled: 2, amount: 1530, openAmount: 1020 },
        { lineId: 'C1', cancelled: 0, openAmount: 400 },
      ],
      net: 1420,
      tax: 284,
      total: 1704,
      cancellations: [{ id: 'k2', lines: two, status: 'RECORDED', cancelled: two }],
    });
    const one = [{ lineId: 'L1', quantity: 1 }];
    const again = fold(
      ...placed,
      ...[requestedFor('k2', two), linesCancelled('k2', two, 510, 612)],
      ...[requestedFor('k3', one), linesCancelled('k3', one, 255, 306)],
    );
    expect(again).toMatchObject({ lines: [{ cancelled: 3, openAmount: 765 }, {}], total: 1398 });
  });

  it('shows discounts in the lines that they come off', () => {
    const ten = { discountId: 'D1', description: 'Spring', percent: '10', amount: null, lineId: null };
    const applied = { type: 'DiscountApplied', data: ten } as const;
    expect(fold(...draft, applied)).toMatchObject({
      discounts: [ten],
      lines: [
        { amount: 1377, discount: 153 },
        { amount: 360, discount: 40 },
      ],
      net: 1737,
    });
    const none = { type: 'DiscountApplied', data: { ...ten, percent: '0' } } as const;
    expect(fold(...draft, applied, none)).toMatchObject({ discounts: [{ percent: '0' }], net: 1930 });
  });

  it('shows what it waits for, and what people wrote of it', () => {
    expect(fold(...placed, held)).toMatchObject({ status: 'HELD', held: { reason: 'address looks wrong', since: at } });
    expect(fold(...placed, held, confirmed, released)).toMatchObject({ status: 'CONFIRMED', held: null });
    expect(fold(...placed, heldForCredit)?.held).toMatchObject({ credit: overCredit });
    expect(fold(...placed, held, expired)).toMatchObject({ status: 'EXPIRED', expiredAt: at });
    const note = { type: 'OrderNoteAdded', data: { customerId: 'c1', noteId: 'n1', text: 'Ring twice' } } as const;
    expect(fold(...placed, note)).toMatchObject({ notes: [{ id: 'n1', text: 'Ring twice', at, by: 'Ana' }] });
  });

  it('knows nothing of an order whose beginning it has not seen', () => expect(fold(confirmed)).toBeUndefined());
});
