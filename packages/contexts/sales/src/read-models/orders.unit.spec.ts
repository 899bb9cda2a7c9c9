import { recorded } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import type { OrderEvent } from '../order/events.ts';
import {
  addressed,
  cancellationRequested,
  cancelled,
  completed,
  confirmed,
  draft,
  drafted,
  leeds,
  mugsAdded,
  orderId,
  placed,
  placedEvents,
  york,
} from '../testing/order-fixtures.ts';
import { type OrderRow, orders } from './orders.ts';

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
  terms: 'PREPAID',
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
    const rejected = { type: 'CancellationRejected', data: no } as const;
    expect(fold(...draft, cancelled)).toMatchObject({ status: 'CANCELLED', cancellation: asked });
    expect(fold(...placed, cancellationRequested)).toMatchObject({ status: 'CANCELLING', cancellation: asked });
    expect(fold(...placed, cancellationRequested, cancelled)).toMatchObject({ status: 'CANCELLED', cancelledAt: at });
    const answered = { cancellation: { ...asked, rejected: no } };
    expect(fold(...placed, cancellationRequested, rejected)).toMatchObject({ status: 'PLACED', ...answered });
    expect(fold(...placed, cancellationRequested, confirmed, rejected)).toMatchObject({
      status: 'CONFIRMED',
      ...answered,
    });
    expect(fold(...placed, confirmed, cancellationRequested, completed, rejected)).toMatchObject({
      status: 'COMPLETED',
      ...answered,
    });
  });

  it('knows nothing of an order whose beginning it has not seen', () => expect(fold(confirmed)).toBeUndefined());
});
