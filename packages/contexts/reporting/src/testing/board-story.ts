import { type EventOf, UNKNOWN } from '@waybill/engine';
import { recorded } from '@waybill/engine/testing';
import { expect } from 'vitest';
import { orderBoard } from '../read-models/order-board.ts';
import type { OrderBoardEvent, orderBoardEvents } from '../read-models/order-board-events.ts';
import type { OrderBoardRow } from '../read-models/order-board-row.ts';
import { address, customer, invoiceContent, mugs } from './documents.ts';

type Event = EventOf<typeof orderBoardEvents>;
type Data = { [E in Event as E['type']]: E['data'] };

/** An event of the order's own streams, unless `id` says otherwise. */
export const told = <T extends keyof Data>(type: T, data: Data[T], id = 'o1'): OrderBoardEvent =>
  recorded(id, { type, data } as Event);

/** The order's row after these events, all of which concern it. */
export const fold = (...events: OrderBoardEvent[]): OrderBoardRow | undefined =>
  events.reduce<OrderBoardRow | undefined>((row, event, index) => {
    expect(orderBoard.keys(event)).toEqual(['o1']);
    return orderBoard.evolve(row, { ...event, version: index + 1 }, 'o1');
  }, undefined);

export const drafted = told('OrderDrafted', { number: 'ORD-2026-000001', ...customer, currency: 'GBP', prices: 'NET' });
export const added = told('ItemAddedToOrder', { line: { ...mugs, size: null, weightGrams: 300 } });
export const placed = [
  told('OrderPlaced', {
    number: 'ORD-2026-000001',
    ...customer,
    country: 'United Kingdom',
    currency: 'GBP',
    prices: 'NET',
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
    prices: 'NET',
    terms: 'PREPAID',
    lines: [{ ...mugs, discount: 0 }],
    discounts: [],
    channel: 'online-retail',
  }),
  told('OrderForShipping', { number: 'ORD-2026-000001', ...customer, deliveryAddress: address, lines: [] }),
];
export const confirmed = told('OrderConfirmed', {});
export const requested = told('PaymentRequested', { orderNumber: 'ORD-2026-000001', amount: 1836, currency: 'GBP' });
export const arrived = (amount: number, currency = 'GBP') =>
  told('IncomingPaymentRecorded', {
    paymentId: 'p1',
    channel: 'bank',
    reference: 'R1',
    method: 'BANK_TRANSFER',
    amount,
    currency,
  });
export const paid = told('PaymentReceived', { amount: 1836, currency: 'GBP', completedBy: UNKNOWN });
export const requestCancelled = told('PaymentRequestCancelled', { reason: 'changed my mind' });
export const issued = told('InvoiceIssued', invoiceContent, 'i1');
export const invoicePaid = told('InvoicePaid', { orderId: 'o1' }, 'i1');
export const scheduled = told(
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
export const asked = told('CancellationRequested', { cancellationId: 'k1', reason: 'changed my mind', lines: null });
export const no = told('CancellationRejected', {
  cancellationId: 'k1',
  code: 'ReturnInstead',
  message: 'Already packed.',
  returnInstead: null,
});
