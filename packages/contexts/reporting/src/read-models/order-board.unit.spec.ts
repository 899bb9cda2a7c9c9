import { UNKNOWN } from '@waybill/engine';
import { recorded } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import { orderBoard } from './order-board.ts';
import type { OrderBoardEvent } from './order-board-events.ts';
import type { OrderBoardRow } from './order-board-row.ts';

const at = '2026-01-05T09:00:00.000Z';
const customer = { customerId: 'c1', customerName: 'Ada Ltd' };
const address = { country: 'United Kingdom' };
const standard = { taxCode: 'STANDARD', taxRate: '20' };
const mugs = {
  lineId: 'L1',
  kind: 'GOODS',
  sku: 'MUG',
  description: 'Red mug',
  quantity: 6,
  unitPrice: '2.55',
  ...standard,
  amount: 1530,
} as const;

type Told = { [T in OrderBoardEvent as T['type']]: T['data'] };
/** An event of the order's own streams, unless `id` says otherwise. */
const told = <T extends keyof Told>(type: T, data: Told[T], id = 'o1') =>
  recorded(id, { type, data }) as unknown as OrderBoardEvent;

const fold = (...events: OrderBoardEvent[]): OrderBoardRow | undefined =>
  events.reduce<OrderBoardRow | undefined>((row, event, index) => {
    expect(orderBoard.keys(event)).toEqual(['o1']);
    return orderBoard.evolve(row, { ...event, version: index + 1 }, 'o1');
  }, undefined);

const drafted = told('OrderDrafted', { number: 'ORD-2026-000001', ...customer, currency: 'GBP' });
const added = told('ItemAddedToOrder', { line: { ...mugs, weightGrams: 300 } });
const placed = [
  told('OrderPlaced', {
    number: 'ORD-2026-000001',
    ...customer,
    country: 'United Kingdom',
    currency: 'GBP',
    terms: 'PREPAID',
    shortage: 'BACKORDER',
    lineCount: 1,
    goods: [{ lineId: 'L1', sku: 'MUG', quantity: 6 }],
    net: 1530,
    tax: 306,
    total: 1836,
    channel: 'online-retail',
    externalId: '536365',
  }),
  told('OrderForBilling', {
    number: 'ORD-2026-000001',
    ...customer,
    billingAddress: address,
    currency: 'GBP',
    terms: 'PREPAID',
    lines: [{ ...mugs, discount: 0 }],
    discounts: [],
    channel: 'online-retail',
  }),
  told('OrderForShipping', { number: 'ORD-2026-000001', ...customer, deliveryAddress: address, lines: [] }),
];
const confirmed = told('OrderConfirmed', {});
const requested = told('PaymentRequested', { orderNumber: 'ORD-2026-000001', amount: 1836, currency: 'GBP' });
const arrived = (amount: number, currency = 'GBP') =>
  told('IncomingPaymentRecorded', {
    paymentId: 'p1',
    channel: 'bank',
    reference: 'R1',
    method: 'BANK_TRANSFER',
    amount,
    currency,
  });
const paid = told('PaymentReceived', { amount: 1836, currency: 'GBP', completedBy: UNKNOWN });
const requestCancelled = told('PaymentRequestCancelled', { reason: 'changed my mind' });
const issued = told(
  'InvoiceIssued',
  {
    number: 'INV-2026-000001',
    series: 'INV-2026',
    orderId: 'o1',
    orderNumber: 'ORD-2026-000001',
    ...customer,
    billingAddress: address,
    companyVersion: 1,
    timeZone: 'Europe/London',
    buyerVatId: null,
    seller: { legalName: 'Waybill', addressLines: [], address, vatNumber: '', bank: '', iban: '' },
    deliveryId: null,
    currency: 'GBP',
    terms: 'PREPAID',
    lines: [{ ...mugs, discount: 0, tax: 306 }],
    taxes: [],
    net: 1530,
    tax: 306,
    total: 1836,
    issueDate: '2026-01-05',
    taxPoint: '2026-01-05',
    dueDate: '2026-01-05',
  },
  'i1',
);
const invoicePaid = told('InvoicePaid', { orderId: 'o1' }, 'i1');
const scheduled = told(
  'DeliveryScheduled',
  {
    orderId: 'o1',
    number: 'DEL-2026-000001',
    orderNumber: 'ORD-2026-000001',
    ...customer,
    deliveryAddress: address,
    lines: [],
  },
  'd1',
);
const asked = told('CancellationRequested', { cancellationId: 'k1', reason: 'changed my mind', lines: null });
const no = told('CancellationRejected', {
  cancellationId: 'k1',
  code: 'ReturnInstead',
  message: 'Already packed.',
  returnInstead: null,
});

describe('The board of orders', () => {
  it('lists a draft by when it was drafted, with what it comes to so far', () =>
    expect(fold(drafted, added)).toMatchObject({
      orderStatus: 'DRAFT',
      version: 2,
      listedAt: at,
      placedAt: null,
      lineCount: 1,
      net: 1530,
      tax: 306,
      total: 1836,
      search: 'ord-2026-000001 ada ltd mug',
    }));

  it('shows what discounts leave of a draft', () => {
    const ten = { discountId: 'D1', description: 'Spring', percent: '10', amount: null, lineId: null };
    const applied = told('DiscountApplied', ten);
    expect(fold(drafted, added, applied)).toMatchObject({ net: 1377, tax: 275, total: 1652 });
    const more = told('ItemQuantityChanged', { lineId: 'L1', quantity: 10, amount: 2550 });
    expect(fold(drafted, added, applied, more)).toMatchObject({ net: 2295 });
    const ofMugs = told('DiscountApplied', { ...ten, lineId: 'L1' });
    const less = told('ItemRemovedFromOrder', { lineId: 'L1' });
    expect(fold(drafted, added, ofMugs, less, added)).toMatchObject({ net: 1530 });
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

  it('shows an order that is on hold, and one that expired', () => {
    const held = told('OrderHeld', { reason: 'address looks wrong' });
    const released = told('OrderReleased', {});
    expect(fold(...placed, held, confirmed)).toMatchObject({ orderStatus: 'HELD' });
    expect(fold(...placed, held, asked)).toMatchObject({ orderStatus: 'CANCELLING' });
    expect(fold(...placed, held, confirmed, released)).toMatchObject({ orderStatus: 'CONFIRMED' });
    expect(fold(...placed, held, told('OrderExpired', {}))).toMatchObject({ orderStatus: 'EXPIRED' });
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

  it('follows changes of a draft', () => {
    const more = told('ItemQuantityChanged', { lineId: 'L1', quantity: 10, amount: 2550 });
    expect(fold(drafted, added, more)).toMatchObject({ net: 2550, lineCount: 1 });
    const less = told('ItemRemovedFromOrder', { lineId: 'L1' });
    expect(fold(drafted, added, less)).toMatchObject({ net: 0, lineCount: 0, search: 'ord-2026-000001 ada ltd' });
    const abroad = told('DeliveryAddressChanged', { customerId: 'c1', address: { country: 'France' } });
    expect(fold(drafted, abroad)).toMatchObject({ country: 'France' });
  });

  it('shows a placed order with everything lists need', () =>
    expect(fold(...placed)).toEqual({
      id: 'o1',
      number: 'ORD-2026-000001',
      version: 3,
      ...customer,
      country: 'United Kingdom',
      currency: 'GBP',
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

  it('follows the invoice, and is found by its number', () => {
    const invoice = { invoiceId: 'i1', invoiceNumber: 'INV-2026-000001' };
    const search = 'ord-2026-000001 536365 ada ltd mug inv-2026-000001';
    expect(fold(...placed, issued)).toMatchObject({ ...invoice, invoiceStatus: 'ISSUED', search });
    expect(fold(...placed, issued, invoicePaid)).toMatchObject({ ...invoice, invoiceStatus: 'PAID' });
  });

  it('follows the delivery', () => {
    const onItsWay = [
      told('DeliveryPicked', { orderId: 'o1', lines: UNKNOWN, missing: [] }, 'd1'),
      told('DeliveryPacked', { orderId: 'o1', override: null }, 'd1'),
      told(
        'DeliveryDispatched',
        { orderId: 'o1', carrier: 'DPD', trackingNumber: 'T1', parcels: 1, weightGrams: UNKNOWN, lines: UNKNOWN },
        'd1',
      ),
      told('DeliveryConfirmed', { orderId: 'o1' }, 'd1'),
    ];
    const statuses = onItsWay.map(
      (_, steps) => fold(...placed, scheduled, ...onItsWay.slice(0, steps + 1))?.deliveryStatus,
    );
    expect(fold(...placed, scheduled)).toMatchObject({
      deliveryStatus: 'SCHEDULED',
      deliveryId: 'd1',
      deliveryNumber: 'DEL-2026-000001',
    });
    expect(statuses).toEqual(['PICKED', 'PACKED', 'DISPATCHED', 'DELIVERED']);
    const stopped = { reason: 'changed my mind', cancellationId: UNKNOWN, lines: UNKNOWN };
    expect(fold(...placed, told('ShipmentStopped', { ...stopped, complete: true }))).toMatchObject({
      deliveryStatus: 'STOPPED',
    });
    expect(fold(...placed, scheduled, told('ShipmentStopped', { ...stopped, complete: false }))).toMatchObject({
      deliveryStatus: 'SCHEDULED',
    });
  });

  const goods = [{ lineId: 'L1', sku: 'MUG', quantity: 6 }];
  const back = (quantity: number) => [{ lineId: 'L1', sku: 'MUG', quantity }];
  const received = (returnId: string, quantity: number) =>
    told(
      'ReturnReceived',
      { orderId: 'o1', returnId, lines: back(quantity).map((line) => ({ ...line, disposition: 'RESTOCK' as const })) },
      'd1',
    );
  const handedOver = { orderId: 'o1', carrier: 'DPD', trackingNumber: 'T1', parcels: 1, weightGrams: null };
  const dispatched = told('DeliveryDispatched', { ...handedOver, lines: goods }, 'd1');

  it('follows a delivery that fails, is tried again, and comes back', () => {
    const failed = told('DeliveryFailed', { orderId: 'o1', reason: 'Nobody at home' }, 'd1');
    expect(fold(...placed, dispatched, failed)?.deliveryStatus).toBe('FAILED');
    expect(fold(...placed, dispatched, failed, told('DeliveryRetried', { orderId: 'o1' }, 'd1'))?.deliveryStatus).toBe(
      'DISPATCHED',
    );
    const asking = { orderId: 'o1', returnId: 'r1', lines: back(2), reason: 'Too many' };
    const wished = [...placed, dispatched, told('ReturnRequested', asking, 'd1')];
    expect(fold(...wished)?.returnStatus).toBe('REQUESTED');
    // One that nobody announced changes nothing for the one that is awaited.
    expect(fold(...wished, received('r2', 1))?.returnStatus).toBe('REQUESTED');
    expect(fold(...wished, received('r1', 2))?.returnStatus).toBe('PART_RETURNED');
    expect(fold(...wished, received('r1', 2), received('r2', 4))).toMatchObject({
      returnStatus: 'RETURNED',
      returns: { shipped: 6, returned: 6, open: [] },
    });
    const unknown = told('DeliveryDispatched', { ...handedOver, lines: UNKNOWN }, 'd1');
    expect(fold(...placed, unknown, received('r1', 6))?.returnStatus).toBe('PART_RETURNED');
  });

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
    const bounce = (amount: number) =>
      told('PaymentFailed', { paymentId: 'p1', reason: 'account closed', waiting: [], amount, currency: 'GBP' });
    const full = [...placed, requested, arrived(1000), arrived(836), paid];
    expect(fold(...full, bounce(836))).toMatchObject({ paymentStatus: 'PARTIALLY_PAID', received: 1000 });
    expect(fold(...full, bounce(836), bounce(1000))).toMatchObject({ paymentStatus: 'FAILED', received: 0 });
    expect(fold(...full, bounce(836), arrived(836), paid)?.paymentStatus).toBe('PAID');
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

  it('knows nothing of money that named no order', () =>
    expect(orderBoard.keys({ ...arrived(100), category: 'paymentReference' } as OrderBoardEvent)).toEqual([]));

  it('follows what is credited of its invoices, overdue or given up', () => {
    const credited = (total: number) =>
      told(
        'CreditNoteIssued',
        {
          ...issued.data,
          creditNoteId: 'n1',
          invoiceId: 'i1',
          invoiceNumber: 'INV-2026-000001',
          total,
          lines: [],
          reason: '',
          returnId: null,
        } as unknown as Told['CreditNoteIssued'],
        'i1',
      );
    const statusAfter = (...events: OrderBoardEvent[]) => fold(...placed, issued, ...events)?.invoiceStatus;
    const overdue = {
      orderId: 'o1',
      open: 1836,
      currency: 'GBP',
      dueDate: '2026-01-05',
    } as unknown as Told['InvoiceOverdue'];
    expect(statusAfter(told('InvoiceOverdue', overdue, 'i1'))).toBe('OVERDUE');
    expect(statusAfter(told('InvoiceOverdue', overdue, 'i1'), credited(100))).toBe('OVERDUE');
    expect(statusAfter(invoicePaid, credited(100))).toBe('PART_CREDITED');
    expect(statusAfter(credited(100), told('InvoiceSettled', { orderId: 'o1' }, 'i1'))).toBe('PART_CREDITED');
    expect(statusAfter(invoicePaid, credited(100), credited(1736))).toBe('CREDITED');
    const lost = { orderId: 'o1', customerId: 'c1', amount: 1836, currency: 'GBP', reason: 'bankrupt' };
    expect(statusAfter(told('InvoiceWrittenOff', lost, 'i1'))).toBe('WRITTEN_OFF');
  });

  it('follows the order to its end, or back from a cancellation', () => {
    expect(fold(...placed, confirmed)).toMatchObject({ orderStatus: 'CONFIRMED' });
    expect(fold(...placed, confirmed, told('OrderCompleted', {}))).toMatchObject({ orderStatus: 'COMPLETED' });
    expect(fold(...placed, asked)).toMatchObject({ orderStatus: 'CANCELLING' });
    expect(fold(...placed, asked, no)).toMatchObject({ orderStatus: 'PLACED' });
    expect(fold(...placed, asked, confirmed, no)).toMatchObject({ orderStatus: 'CONFIRMED' });
    expect(fold(...placed, asked, told('OrderCancelled', { reason: '' }))).toMatchObject({ orderStatus: 'CANCELLED' });
  });

  it("keeps the version of the order's own stream, whatever happens elsewhere", () =>
    expect(fold(...placed, requested, issued, scheduled)?.version).toBe(3));

  it('has the version of what else is said of the order, so that a next command is no conflict', () => {
    const note = told('OrderNoteAdded', { customerId: 'c1', noteId: 'n1', text: 'Rang her' });
    expect(fold(...placed, note)?.version).toBe(4);
    expect(fold(drafted, told('PaymentTermsChanged', { terms: 'NET_14' }))?.version).toBe(2);
  });

  it('knows nothing of money for an order that nobody placed', () => expect(fold(arrived(100))).toBeUndefined());
});
