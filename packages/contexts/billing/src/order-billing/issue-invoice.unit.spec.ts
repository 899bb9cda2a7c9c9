import { context, specOf } from '@waybill/engine/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoCompany } from '../company/demo-company.ts';
import { issuerOf } from '../company/issuer.ts';
import { Invoice } from '../invoice/invoice.ts';
import { InvoiceSeries } from '../invoice-series/invoice-series.ts';
import { billedOrder, issued, issuer, opened } from '../testing/billed-order.ts';
import { issueInvoice } from './issue-invoice.ts';
import { OrderBilling, type OrderBillingState } from './order-billing.ts';

const everything = [
  { lineId: 'l-1', quantity: 6 },
  { lineId: 'l-2', quantity: 6 },
];
const command = { orderId: 'o-1', invoiceId: 'i-1', issuer };
const open: OrderBillingState = { ...OrderBilling.initial, order: billedOrder };
const agreed = { invoiceId: 'i-1', number: 'INV-2026-000001', deliveryId: null, lines: everything };
const historic: OrderBillingState = { ...open, order: { ...billedOrder, channel: 'online-retail' } };
const decide = (self: OrderBillingState, last = 0, over: Partial<typeof context> = {}) =>
  issueInvoice.decide(command, { self, series: { last }, invoice: null }, { ...context, ...over });
const documentOf = (decision: ReturnType<typeof decide>) =>
  decision.kind === 'accepted' ? decision.events.find(({ on }) => on === 'invoice')?.event.data : undefined;

describe('issuing an invoice', () => {
  it('agrees on it, takes the next number and says everything the document says', () => {
    expect(decide(open)).toEqual({
      kind: 'accepted',
      events: [
        { on: 'self', event: { type: 'InvoiceAgreed', data: agreed } },
        {
          on: 'series',
          event: { type: 'InvoiceNumberTaken', data: { sequence: 1, number: 'INV-2026-000001', invoiceId: 'i-1' } },
        },
        { on: 'invoice', event: issued },
      ],
    });
  });

  it('computes the tax once per rate', () => {
    expect(documentOf(decide(open))).toMatchObject({
      net: 1_929,
      tax: 306,
      total: 2_235,
      taxes: [
        { taxCode: 'STANDARD', taxRate: '20', net: 1_530, tax: 306 },
        { taxCode: 'ZERO', taxRate: '0', net: 399, tax: 0 },
      ],
    });
  });

  it('waits until billing knows the order', () => {
    expect(decide({ ...open, order: null })).toMatchObject({ kind: 'deferred' });
  });

  it('does nothing where there is one already', () => {
    const { state } = specOf(OrderBilling, expect).given(opened, { type: 'InvoiceAgreed', data: agreed });
    expect(decide(state, 1)).toEqual({ kind: 'accepted', events: [] });
  });

  it.each([open, { ...open, order: null }])('is refused where billing was stopped first', (state) => {
    expect(decide({ ...state, stopped: true })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'BillingStopped', details: { orderId: 'o-1' } },
    });
  });
});

describe('the day and the series of an invoice', () => {
  const newYear = { now: new Date('2026-12-31T23:59:59Z'), occurredAt: new Date('2026-12-30T10:00:00Z') };
  const summer = { now: new Date('2026-06-30T23:30:00Z') };

  it('follow the day it is issued, where the business is', () => {
    expect(documentOf(decide(open, 86, newYear))).toMatchObject({
      number: 'INV-2026-000087',
      issueDate: '2026-12-31',
      dueDate: '2026-12-31',
      taxPoint: '2026-12-30',
    });
    expect(documentOf(decide(open, 0, summer))).toMatchObject({ issueDate: '2026-07-01' });
  });

  it('follow the day it happened for orders of the past, in a series of their own', () => {
    const occurredAt = new Date('2010-12-01T08:26:00Z');
    expect(documentOf(decide(historic, 4, { occurredAt }))).toMatchObject({
      number: 'HIST-2010-000005',
      series: 'HIST-2010',
      issueDate: '2010-12-01',
      taxPoint: '2010-12-01',
    });
  });

  it('name no series while it is not known who sells', () => {
    expect(issueInvoice.companions({ ...command, issuer: null }, open, context)).toEqual({ invoice: [Invoice, 'i-1'] });
  });

  it('name the streams that take part', () => {
    const occurredAt = new Date('2010-12-01T08:26:00Z');
    const of = (state: OrderBillingState) => issueInvoice.companions(command, state, { ...context, occurredAt });
    expect(of(open)).toEqual({ series: [InvoiceSeries, 'INV-2026'], invoice: [Invoice, 'i-1'] });
    expect(of(historic)).toMatchObject({ series: [InvoiceSeries, 'HIST-2010'] });
  });
});

describe('while the page of the company is not filled in', () => {
  const wish = { ...command, issuer: null };
  const states = (self: OrderBillingState) => ({ self, series: undefined, invoice: null });
  const process = { ...context, actor: { kind: 'process', id: 'fulfilment.order', name: 'fulfilment.order' } } as const;
  const held = { invoiceId: 'i-1', deliveryId: null, lines: null };

  it('what a process wishes for is kept once, without a number', () => {
    const kept = { on: 'self', event: { type: 'InvoiceHeldBack', data: held } };
    expect(issueInvoice.decide(wish, states(open), process)).toEqual({ kind: 'accepted', events: [kept] });
    const { state } = specOf(OrderBilling, expect).given(opened, { type: 'InvoiceHeldBack', data: held });
    expect(issueInvoice.decide(wish, states(state), process)).toEqual({ kind: 'accepted', events: [] });
    expect(documentOf(decide(state))).toEqual(issued.data);
  });

  it('a person is told where to fill it in', () => {
    const answer = issueInvoice.decide(wish, states(open), context);
    expect(answer).toMatchObject({ kind: 'refused', refusal: { code: 'CompanyNotFilledIn' } });
  });
});

it('captures the company as it is when the invoice is issued', () => {
  const moved = issuerOf({ ...demoCompany, legalName: 'Waybill Ltd', invoiceSeries: 'WB', timeZone: 'Asia/Tokyo' }, 7);
  const evening = { ...context, now: new Date('2026-12-31T20:00:00Z'), occurredAt: new Date('2026-12-31T20:00:00Z') };
  const decided = issueInvoice.decide(
    { ...command, issuer: moved },
    { self: open, series: { last: 0 }, invoice: null },
    evening,
  );
  expect(documentOf(decided)).toMatchObject({
    number: 'WB-2027-000001',
    companyVersion: 7,
    seller: { legalName: 'Waybill Ltd' },
    timeZone: 'Asia/Tokyo',
    issueDate: '2027-01-01',
  });
});

it('numbers without a gap, whatever is stopped, repeated or not known yet in between', () => {
  const kinds = fc.constantFrom<OrderBillingState>(
    open,
    { ...open, stopped: true },
    { ...open, order: null },
    { ...open, invoices: [agreed], taken: new Map(everything.map(({ lineId, quantity }) => [lineId, quantity])) },
  );
  fc.assert(
    fc.property(fc.array(kinds, { maxLength: 40 }), (orders) => {
      let series = InvoiceSeries.initial;
      const numbers: string[] = [];
      for (const order of orders) {
        const decision = decide(order, series.last);
        if (decision.kind !== 'accepted') continue;
        for (const { on, event } of decision.events) {
          if (on !== 'series') continue;
          series = InvoiceSeries.evolve(series, event as never);
          numbers.push((event.data as { number: string }).number);
        }
      }
      expect(numbers).toEqual(numbers.map((_, index) => `INV-2026-${String(index + 1).padStart(6, '0')}`));
      expect(numbers).toHaveLength(orders.filter((order) => order === open).length);
    }),
  );
});
