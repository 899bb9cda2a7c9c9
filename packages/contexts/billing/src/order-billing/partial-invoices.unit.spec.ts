import type { CommandData } from '@waybill/engine';
import { context, specOf } from '@waybill/engine/testing';
import { documentTotals } from '@waybill/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InvoiceContent } from '../invoice/events.ts';
import { billedOrder, issuer } from '../testing/billed-order.ts';
import { randomLines } from '../testing/random-invoice.ts';
import { orderBillingCommands as commands } from './commands.ts';
import type { OrderBillingEvent } from './events.ts';
import { issueInvoice } from './issue-invoice.ts';
import { type BilledOrder, OrderBilling, type OrderBillingState } from './order-billing.ts';

const billing = specOf(OrderBilling, expect);
const net: BilledOrder = { ...billedOrder, terms: 'NET_30' };
const openedAs = (order: BilledOrder): OrderBillingState => billing.given({ type: 'BillingOpened', data: order }).state;
const unreduced = { actor: context.actor };

/** One order's billing, step by step. */
const story = (order: BilledOrder) => {
  let state = openedAs(order);
  const invoices: InvoiceContent[] = [];
  const reductions: Extract<OrderBillingEvent, { type: 'BillingReduced' }>['data'][] = [];
  return {
    invoices,
    reductions,
    state: () => state,
    issue: (wish: Partial<CommandData<typeof commands.IssueInvoice>> = {}) => {
      const invoiceId = `i-${invoices.length + 1}`;
      const series = { last: invoices.length };
      const command = { orderId: 'o-1', invoiceId, issuer, ...wish };
      const decision = issueInvoice.decide(
        command,
        { self: state, series, invoice: null },
        { ...context, ...unreduced },
      );
      if (decision.kind !== 'accepted') throw new Error(decision.kind);
      for (const { on, event } of decision.events) {
        if (on === 'self') state = OrderBilling.evolve(state, event as OrderBillingEvent);
        if (on === 'invoice') invoices.push(event.data as InvoiceContent);
      }
      return decision.events.length > 0;
    },
    cancel: (
      lines: CommandData<typeof commands.ReduceBilling>['lines'],
      cancellationId = `c-${reductions.length + 1}`,
    ) => {
      const decision = OrderBilling.decide('ReduceBilling', { orderId: 'o-1', cancellationId, lines }, state, context);
      if (decision.kind !== 'accepted') throw new Error(decision.kind);
      for (const event of decision.events) {
        state = OrderBilling.evolve(state, event);
        if (event.type === 'BillingReduced') reductions.push(event.data);
      }
      return decision.events.length > 0;
    },
  };
};
const goods = (quantity: number) => [{ lineId: 'l-1', quantity }];

describe('NET terms', () => {
  it('invoice each dispatched delivery, with the charges on the first', () => {
    const { issue, invoices } = story(net);
    issue({ deliveryId: 'd-1', lines: goods(4) });
    issue({ deliveryId: 'd-2', lines: goods(2) });
    expect(invoices).toMatchObject([
      {
        number: 'INV-2026-000001',
        deliveryId: 'd-1',
        lines: [
          { lineId: 'l-1', quantity: 4, amount: 1_020, tax: 204 },
          { lineId: 'l-2', quantity: 6, amount: 399 },
        ],
        total: 1_623,
        terms: 'NET_30',
        issueDate: '2026-01-05',
        dueDate: '2026-02-04',
      },
      { number: 'INV-2026-000002', deliveryId: 'd-2', lines: [{ quantity: 2, amount: 510 }], total: 612 },
    ]);
  });

  it('invoice a delivery once, and never more than is left', () => {
    const { issue, invoices } = story(net);
    expect(issue({ deliveryId: 'd-1', lines: goods(4) })).toBe(true);
    expect(issue({ deliveryId: 'd-1', lines: goods(4) })).toBe(false);
    expect(issue({ deliveryId: 'd-2', lines: goods(4) })).toBe(true);
    expect(invoices[1]?.lines).toMatchObject([{ quantity: 2 }]);
    expect(issue({ deliveryId: 'd-3', lines: goods(1) })).toBe(false);
  });
});

describe('gross prices', () => {
  const gross: BilledOrder = { ...net, prices: 'GROSS' };

  it('are the total, and the tax is taken out of what has come together', () => {
    const { issue, cancel, invoices, reductions } = story(gross);
    issue({ deliveryId: 'd-1', lines: goods(1) });
    cancel(goods(1));
    issue({ deliveryId: 'd-2', lines: goods(4) });
    // 15.30 with tax are 12.75 and 2.55; of 2.55 and 5.10 it is 0.42(5) and 0.85.
    expect(invoices).toMatchObject([
      {
        ...{ prices: 'GROSS', net: 213 + 399, tax: 42, total: 255 + 399 },
        lines: [
          { lineId: 'l-1', unitPrice: '2.55', amount: 255, tax: 42 },
          { lineId: 'l-2', amount: 399, tax: 0 },
        ],
        taxes: [
          { taxRate: '20', net: 213, tax: 42 },
          { taxRate: '0', net: 399, tax: 0 },
        ],
      },
      { net: 850, tax: 170, total: 1_020 },
    ]);
    expect(reductions).toMatchObject([{ net: 212, tax: 43, total: 255, remaining: 1_020, orderTotal: 1_674 }]);
  });
});

describe('a cancellation of pieces', () => {
  it('before the invoice leaves the rest to be invoiced, and tells what the order comes to now', () => {
    const { cancel, issue, invoices, reductions } = story(billedOrder);
    cancel(goods(2));
    expect(reductions).toEqual([
      {
        cancellationId: 'c-1',
        lines: goods(2),
        invoiced: [],
        net: 510,
        tax: 102,
        total: 612,
        currency: 'GBP',
        remaining: 1_623,
        orderTotal: 1_623,
      },
    ]);
    issue();
    expect(invoices).toMatchObject([{ total: 1_623, lines: [{ quantity: 4 }, { quantity: 6 }] }]);
  });

  it('names the invoices that have to be corrected, the latest first, and each piece once', () => {
    const { cancel, issue, reductions } = story(net);
    issue({ deliveryId: 'd-1', lines: goods(3) });
    issue({ deliveryId: 'd-2', lines: goods(2) });
    cancel(goods(4));
    expect(reductions[0]).toMatchObject({
      lines: goods(1),
      invoiced: [
        { invoiceId: 'i-2', number: 'INV-2026-000002', lines: goods(2) },
        { invoiceId: 'i-1', number: 'INV-2026-000001', lines: goods(1) },
      ],
      remaining: 0,
    });
    cancel(goods(9));
    expect(reductions[1]).toMatchObject({ lines: [], invoiced: [{ invoiceId: 'i-1', lines: goods(2) }], total: 0 });
  });

  it('counts once, and of everything leaves nothing to invoice', () => {
    const { cancel, issue } = story(billedOrder);
    expect(cancel(null)).toBe(true);
    expect(cancel(null, 'c-1')).toBe(false);
    expect(issue()).toBe(false);
  });

  it('waits until billing knows the order, and changes nothing once it is stopped', () => {
    const reduce = { orderId: 'o-1', cancellationId: 'c-1', lines: null };
    billing.given().when(commands.ReduceBilling, reduce).thenDeferred();
    billing
      .given({ type: 'BillingStopped', data: { reason: 'second thoughts' } })
      .when(commands.ReduceBilling, reduce)
      .thenNothing();
  });

  it('meets an invoice from before there were parts: it was over everything', () => {
    const agreed = { invoiceId: 'i-0', number: 'INV-2025-000009', deliveryId: null, lines: { unknown: true } } as const;
    const { state } = billing.given(
      { type: 'BillingOpened', data: billedOrder },
      { type: 'InvoiceAgreed', data: agreed },
    );
    const decision = OrderBilling.decide(
      'ReduceBilling',
      { orderId: 'o-1', cancellationId: 'c-1', lines: goods(1) },
      state,
      context,
    );
    expect(decision).toMatchObject({
      events: [
        { data: { lines: [], invoiced: [{ invoiceId: 'i-0', lines: goods(1) }], remaining: 0, orderTotal: 2_235 } },
      ],
    });
  });
});

it('invoices and cancellations add up to the order, in whatever parts', () => {
  const step = fc.record({ line: fc.nat(4), quantity: fc.integer({ min: 1, max: 8 }), isCancelled: fc.boolean() });
  fc.assert(
    fc.property(randomLines, fc.array(step, { maxLength: 12 }), (drawn, steps) => {
      const order: BilledOrder = { ...net, ...drawn };
      const { issue, cancel, invoices, reductions } = story(order);
      for (const [at, { line, quantity, isCancelled }] of steps.entries()) {
        const lines = [{ lineId: `l-${line}`, quantity }];
        if (isCancelled) cancel(lines);
        else issue({ invoiceId: `step-${at}`, deliveryId: `d-${at}`, lines });
      }
      issue({ invoiceId: 'rest' });
      const parts = [...invoices, ...reductions];
      const sum = (of: (part: { net: number; tax: number; total: number }) => number) =>
        parts.reduce((all, part) => all + of(part), 0);
      const whole = documentTotals(order.lines, order.prices);
      expect([sum(({ net }) => net), sum(({ tax }) => tax), sum(({ total }) => total)]).toEqual([
        whole.net,
        whole.tax,
        whole.total,
      ]);
      for (const { lineId, quantity, amount } of order.lines) {
        const invoiced = invoices.flatMap(({ lines }) => lines).filter((line) => line.lineId === lineId);
        const cancelled = reductions.flatMap(({ lines }) => lines).filter((line) => line.lineId === lineId);
        const pieces = [...invoiced, ...cancelled].reduce((all, line) => all + line.quantity, 0);
        expect(pieces).toBe(quantity);
        expect(invoiced.reduce((all, line) => all + line.amount, 0)).toBeLessThanOrEqual(amount);
      }
      const last = reductions.at(-1);
      const invoicedAfter = invoices.reduce((all, { total }) => all + total, 0);
      if (last) expect(last.orderTotal).toBe(invoicedAfter);
    }),
    { numRuns: 200 },
  );
}, 60_000);
