import type { Recorded } from '@waybill/engine';
import { recorded } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import { readFiles } from './business-audit.ts';

const gbp = (amount: number) => ({ amount, currency: 'GBP' });
const lines = [{ lineId: 'l', quantity: 2 }];
const of =
  (category: string, id = 'o') =>
  (type: string, data: object = {}): Recorded =>
    recorded(id, { type, data }, { category });
const [order, payment, billing, plan] = [of('order'), of('orderPayment'), of('orderBilling'), of('shipmentPlan')];
const stock = of('stockItem', 'A@MAIN');
const [invoice, delivery] = [of('invoice', 'i'), of('delivery', 'd')];
const ofOrder = { orderId: 'o' };

/** A whole life, as it should be. */
const completed: readonly Recorded[] = [
  order('OrderPlaced', { total: 306, currency: 'GBP' }),
  order('OrderForShipping', { lines }),
  stock('StockReserved', { orderId: 'o' }),
  order('OrderConfirmed'),
  billing('BillingOpened'),
  plan('ShipmentPlanned'),
  payment('PaymentRequested', gbp(306)),
  of('paymentReference', 'p')('PaymentReferenceTaken', { channel: 'bank', reference: 'R', ...gbp(400) }),
  payment('IncomingPaymentRecorded', gbp(400)),
  payment('PaymentReceived', gbp(306)),
  payment('PaymentUnallocated', gbp(94)),
  billing('InvoiceAgreed'),
  of('invoiceSeries', 'INV-2026')('InvoiceNumberTaken'),
  invoice('InvoiceIssued', { ...ofOrder, series: 'INV-2026', number: 'INV-2026-000001', total: 306 }),
  invoice('InvoicePaid', ofOrder),
  invoice('InvoiceDocumentStored', ofOrder),
  plan('DeliveryCleared'),
  plan('DeliveryPlanned', { lines }),
  delivery('DeliveryScheduled', ofOrder),
  delivery('DeliveryPicked', ofOrder),
  delivery('DeliveryPacked', ofOrder),
  delivery('DeliveryDispatched', ofOrder),
  stock('StockShipped', { orderId: 'o' }),
  delivery('DeliveryConfirmed', ofOrder),
  order('OrderCompleted'),
];
const without = (type: string) => completed.filter((event) => event.type !== type);
const faultsOf = (events: readonly Recorded[]) => readFiles(events).faults.join('\n');

describe('the audit of the business', () => {
  it('nods at what is right', () => expect(readFiles(completed)).toEqual({ faults: [], ends: { OrderCompleted: 1 } }));

  it.each(
    completed
      .filter(({ type }) => !/Picked|Planned|Opened|Agreed|Packed|Dispatched/.test(type))
      .map(({ type }) => type),
  )('notices that %s is missing', (type) => expect(faultsOf(without(type))).not.toBe(''));

  it.each(completed.filter(({ type }) => type !== 'OrderForShipping').map(({ type }) => type))(
    'notices that %s is there twice',
    (type) => expect(faultsOf([...completed, ...completed.filter((event) => event.type === type)])).not.toBe(''),
  );

  it.each([
    ['a wish to cancel that nobody answers', order('CancellationRequested')],
    ['an order that is cancelled and sent', order('OrderCancelled')],
    ['an invoice that is credited', invoice('CreditNoteIssued', { ...ofOrder, total: 306 })],
    ['a shipment that was stopped and sent', plan('ShipmentStopped')],
    ['more sent than ordered', plan('DeliveryPlanned', { lines: [{ lineId: 'l', quantity: 3 }] })],
    ['money that came from nowhere', payment('IncomingPaymentRecorded', gbp(1))],
    ['money that waits and never came', payment('PaymentUnallocated', gbp(1))],
    [
      'a number left out',
      invoice('InvoiceIssued', { ...ofOrder, series: 'INV-2026', number: 'INV-2026-000003', total: 306 }),
    ],
  ])('notices %s', (_, event) => expect(faultsOf([...completed, event])).not.toBe(''));
});
