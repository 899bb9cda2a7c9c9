import { describe, expect, it } from 'vitest';
import { drafted, fold, issued, placed, requested, scheduled, told } from '../testing/board-story.ts';
import { customer } from '../testing/documents.ts';

const at = '2026-01-05T09:00:00.000Z';

describe('The board of orders', () => {
  it('shows a placed order with everything lists need', () =>
    expect(fold(...placed)).toEqual({
      id: 'o1',
      number: 'ORD-2026-000001',
      version: 3,
      ...customer,
      country: 'United Kingdom',
      currency: 'GBP',
      prices: 'NET',
      channel: 'online-retail',
      externalId: '536365',
      draftedAt: null,
      placedAt: at,
      confirmedAt: null,
      listedAt: at,
      lineCount: 1,
      net: 1530,
      tax: 306,
      total: 1836,
      orderStatus: 'PLACED',
      paymentStatus: 'NOT_REQUESTED',
      moneyStatus: 'NOT_REQUESTED',
      received: 0,
      refunding: 0,
      refunded: 0,
      bounced: false,
      invoiceStatus: 'NONE',
      invoiceId: null,
      invoiceNumber: null,
      deliveryStatus: 'NONE',
      deliveryId: null,
      deliveryNumber: null,
      returnStatus: 'NONE',
      returns: { shipped: 0, returned: 0, open: [] },
      draftLines: null,
      draftDiscounts: null,
      held: false,
      cancelling: null,
      cancelledTotal: 0,
      invoices: 0,
      invoiced: 0,
      credited: 0,
      search: 'ord-2026-000001 536365 ada ltd mug',
      lastEvent: { type: 'OrderForShipping', at, actorName: 'Ana' },
      updatedAt: at,
    }));

  it("keeps the version of the order's own stream, whatever happens elsewhere", () =>
    expect(fold(...placed, requested, issued, scheduled)?.version).toBe(3));

  it('has the version of what else is said of the order, so that a next command is no conflict', () => {
    const note = told('OrderNoteAdded', { customerId: 'c1', noteId: 'n1', text: 'Rang her' });
    expect(fold(...placed, note)?.version).toBe(4);
    expect(fold(drafted, told('PaymentTermsChanged', { terms: 'NET_14' }))?.version).toBe(2);
  });
});
