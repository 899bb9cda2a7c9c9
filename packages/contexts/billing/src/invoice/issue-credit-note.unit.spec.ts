import type { CommandData } from '@waybill/engine';
import { context, specOf } from '@waybill/engine/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issued } from '../testing/billed-order.ts';
import { randomInvoice } from '../testing/random-invoice.ts';
import type { invoiceCommands } from './commands.ts';
import type { InvoiceEvent } from './events.ts';
import { Invoice } from './invoice.ts';
import { issueCreditNote } from './issue-credit-note.ts';
import { type InvoiceState, openOf, standingOf } from './state.ts';

type Wish = Partial<CommandData<typeof invoiceCommands.IssueCreditNote>>;
const invoice = specOf(Invoice, expect);
const process = { kind: 'process', id: 'fulfilment.order', name: 'fulfilment.order' } as const;
const decide = (self: InvoiceState, wish: Wish = {}, over: Partial<typeof context> = {}) =>
  issueCreditNote.decide(
    { invoiceId: 'i-1', creditNoteId: 'n-1', reason: 'came back', ...wish },
    { self, series: { last: 6 }, note: null },
    { ...context, ...over },
  );
const happened = (decision: ReturnType<typeof decide>, stream = 'self') =>
  decision.kind === 'accepted'
    ? decision.events.filter(({ on }) => on === stream).map(({ event }) => event as InvoiceEvent)
    : [];
const types = (decision: ReturnType<typeof decide>) => happened(decision).map(({ type }) => type);
const noteOf = (decision: ReturnType<typeof decide>) =>
  happened(decision).flatMap((event) => (event.type === 'CreditNoteIssued' ? [event.data] : []))[0];
const after = (state: InvoiceState, decision: ReturnType<typeof decide>) =>
  happened(decision).reduce((folded, event) => Invoice.evolve(folded, event), state);
const refusedAs = (decision: ReturnType<typeof decide>) =>
  decision.kind === 'refused' ? decision.refusal.code : decision.kind;

const { state: open } = invoice.given(issued);
const TOTAL = issued.data.total;
const allocated: InvoiceEvent = {
  type: 'PaymentAllocated',
  data: { orderId: 'o-1', amount: TOTAL, currency: 'GBP', allocationId: null },
};
const { state: paid } = invoice.given(issued, allocated, { type: 'InvoicePaid', data: { orderId: 'o-1' } });

describe('a credit note', () => {
  it('credits pieces of lines at what they came to, with their tax, in its own series', () => {
    const decision = decide(open, { lines: [{ lineId: 'l-1', quantity: 2 }], returnId: 'r-1' });
    expect(noteOf(decision)).toMatchObject({
      number: 'CRN-2026-000007',
      series: 'CRN-2026',
      invoiceId: 'i-1',
      invoiceNumber: 'INV-2026-000001',
      orderId: 'o-1',
      customerId: 'c-1',
      lines: [{ lineId: 'l-1', quantity: 2, unitPrice: '2.55', amount: 510, tax: 102 }],
      taxes: [{ taxCode: 'STANDARD', taxRate: '20', net: 510, tax: 102 }],
      net: 510,
      tax: 102,
      total: 612,
      issueDate: '2026-01-05',
      returnId: 'r-1',
    });
    expect(happened(decision).slice(1)).toEqual([
      { type: 'CreditAllocated', data: { orderId: 'o-1', creditNoteId: 'n-1', amount: 612, currency: 'GBP' } },
    ]);
    const number = 'CRN-2026-000007';
    expect(happened(decision, 'series')).toEqual([
      { type: 'CreditNoteNumberTaken', data: { sequence: 7, number, creditNoteId: 'n-1' } },
    ]);
    expect(happened(decision, 'note')).toEqual([{ type: 'CreditNoteAgreed', data: { invoiceId: 'i-1', number } }]);
  });

  it('over everything settles an open invoice; of a paid one it is to be refunded', () => {
    expect(types(decide(open))).toEqual(['CreditNoteIssued', 'CreditAllocated', 'InvoiceSettled']);
    expect(noteOf(decide(open))).toMatchObject({ net: issued.data.net, tax: issued.data.tax, total: TOTAL });
    expect(types(decide(paid))).toEqual(['CreditNoteIssued']);
  });

  it('takes a written-off debt back before it lowers what is open', () => {
    const lost: InvoiceEvent = {
      type: 'InvoiceWrittenOff',
      data: { orderId: 'o-1', customerId: 'c-1', amount: TOTAL, currency: 'GBP', reason: 'bankrupt' },
    };
    const { state } = invoice.given(issued, lost);
    const some = decide(state, { amounts: [{ code: 'M', description: 'Goodwill', amount: 500 }] });
    expect(types(some)).toEqual(['CreditNoteIssued', 'InvoiceWriteOffReversed', 'CreditAllocated']);
    const left = after(state, some);
    expect(left && standingOf(left)).toMatchObject({ status: 'WRITTEN_OFF', open: 0 });
    expect(types(decide(state))).toContain('InvoiceSettled');
  });

  it('spreads an amount with tax over the rates', () => {
    const note = noteOf(decide(open, { amounts: [{ code: 'D', description: 'Discount', amount: 1_000 }] }));
    expect(note?.total).toBe(1_000);
    expect(note?.lines).toMatchObject([
      { lineId: null, kind: 'AMOUNT', sku: 'D', quantity: 1, taxRate: '20', amount: 684, tax: 137 },
      { taxRate: '0', amount: 179, tax: 0 },
    ]);
  });

  it('of an invoice with gross prices takes the tax out of what it credits', () => {
    const [{ lineId }, { amount }] = [{ lineId: 'l-1' }, { amount: 1_000 }];
    const taxes = [
      { taxCode: 'STANDARD', taxRate: '20', net: 1_275, tax: 255 },
      { taxCode: 'ZERO', taxRate: '0', net: 399, tax: 0 },
    ];
    const data = { ...issued.data, prices: 'GROSS' as const, taxes, net: 1_674, tax: 255, total: 1_929 };
    const { state } = invoice.given({ ...issued, data });
    const pieces = noteOf(decide(state, { lines: [{ lineId, quantity: 2 }] }));
    expect(pieces).toMatchObject({
      ...{ prices: 'GROSS', net: 425, tax: 85, total: 510 },
      lines: [{ lineId, quantity: 2, unitPrice: '2.55', amount: 510, tax: 85 }],
    });
    const sum = noteOf(decide(state, { amounts: [{ code: 'D', description: 'Discount', amount }] }));
    expect(sum).toMatchObject({ net: 868, tax: 132, total: amount });
    expect(sum?.lines).toMatchObject([
      { kind: 'AMOUNT', unitPrice: '7.93', taxRate: '20', amount: 793, tax: 132 },
      { kind: 'AMOUNT', unitPrice: '2.07', taxRate: '0', amount: 207, tax: 0 },
    ]);
    expect(noteOf(decide(state))).toMatchObject({ net: 1_674, tax: 255, total: 1_929 });
    const dear = { returnId: 'r-1', lines: [{ lineId, quantity: 6, unitPrice: '2.56' }] };
    expect(refusedAs(decide(state, dear))).toBe('CreditExceedsInvoice');
    expect(noteOf(decide(state, dear, { actor: process }))).toMatchObject({ net: 1_275, tax: 255, total: 1_530 });
  });

  it('can have a price of its own', () => {
    const lines = [{ lineId: 'l-1', quantity: 2, unitPrice: '2.00' }];
    const returnId = 'r-1';
    expect(noteOf(decide(open, { lines, returnId }))).toMatchObject({
      ...{ net: 400, tax: 80, lines: [{ unitPrice: '2.00' }] },
    });
    // Whoever keeps the pieces gets an amount: they would count as credited.
    expect(refusedAs(decide(open, { lines }))).toBe('PriceWithoutReturn');
    // A share of a rounded whole: 3 × 0.125 is 0.38, of which these two took 0.26.
    const share = [{ lineId: 'l-1', quantity: 2, unitPrice: '0.125', amount: 26 }];
    expect(noteOf(decide(open, { lines: share, returnId }))).toMatchObject({
      ...{ net: 26, lines: [{ quantity: 2, amount: 26 }] },
    });
    const half = [{ lineId: 'l-1', quantity: 12, unitPrice: '0.125', amount: 151 }];
    expect(noteOf(decide(open, { lines: half }, { actor: process }))).toMatchObject({
      lines: [{ quantity: 6, amount: 76 }],
    });
  });

  it('is issued once', () => {
    const wish = { invoiceId: 'i-1', creditNoteId: 'n-1', reason: 'again' };
    const note = { number: 'CRN-2026-000007', sha256: null };
    expect(issueCreditNote.decide(wish, { self: open, series: { last: 7 }, note }, context)).toEqual({
      kind: 'accepted',
      events: [],
    });
  });

  it('is never more than the invoice: a person is told, a process’s is cut', () => {
    const tooMuch = { amounts: [{ code: 'M', description: 'Goodwill', amount: TOTAL + 1 }] };
    expect(refusedAs(decide(open, tooMuch))).toBe('CreditExceedsInvoice');
    expect(noteOf(decide(open, tooMuch, { actor: process }))).toMatchObject({ total: TOTAL });
    const tooMany = { lines: [{ lineId: 'l-1', quantity: 7 }] };
    expect(refusedAs(decide(open, tooMany))).toBe('CreditExceedsLine');
    expect(refusedAs(decide(open, { ...tooMany, excess: 'REFUSE' }, { actor: process }))).toBe('CreditExceedsLine');
    expect(noteOf(decide(open, tooMany, { actor: process }))).toMatchObject({ net: 1_530 });
    const tooDear = { returnId: 'r-1', lines: [{ lineId: 'l-1', quantity: 6, unitPrice: '2.56' }] };
    expect(refusedAs(decide(open, tooDear))).toBe('CreditExceedsInvoice');
    expect(refusedAs(decide(open, { lines: [{ lineId: 'x', quantity: 1 }] }))).toBe('InvoiceLineUnknown');
    expect(refusedAs(decide(null))).toBe('InvoiceUnknown');
  });

  it('of nothing is refused, and a process is told so once', () => {
    const credited = after(open, decide(open));
    expect(refusedAs(decide(credited))).toBe('NothingToCredit');
    const told = decide(credited, {}, { actor: process });
    expect(told).toMatchObject({ kind: 'accepted', events: [{ on: 'self', event: { type: 'CreditNoteNotNeeded' } }] });
    expect(decide(after(credited, told), {}, { actor: process })).toEqual({ kind: 'accepted', events: [] });
  });

  it('of the past is dated as it was and numbered apart', () => {
    const { state } = invoice.given({ ...issued, data: { ...issued.data, series: 'HIST-2010' } });
    const occurredAt = new Date('2010-12-02T10:00:00Z');
    expect(noteOf(decide(state, {}, { occurredAt }))).toMatchObject({
      number: 'HCRN-2010-000007',
      issueDate: '2010-12-02',
    });
  });
});

describe('credits of an invoice', () => {
  const step = fc.oneof(
    fc.record({ line: fc.nat(4), quantity: fc.integer({ min: 1, max: 9 }), price: fc.option(fc.nat(3_000)) }),
    fc.record({ amount: fc.integer({ min: 1, max: 5_000 }) }),
  );
  const wishOf = (one: { line?: number; quantity?: number; price?: number | null; amount?: number }): Wish =>
    one.amount === undefined
      ? {
          lines: [
            {
              lineId: `l-${one.line}`,
              quantity: one.quantity ?? 1,
              ...(one.price === null ? {} : { unitPrice: `${(one.price ?? 0) / 1_000}` }),
            },
          ],
        }
      : { amounts: [{ code: 'M', description: 'Manual', amount: one.amount }] };

  it('never exceed it, whatever is credited by whom, and add up to it when the rest is credited', () => {
    fc.assert(
      fc.property(randomInvoice, fc.array(fc.tuple(step, fc.boolean()), { maxLength: 10 }), (content, steps) => {
        let { state } = invoice.given({ type: 'InvoiceIssued', data: content });
        const notes: NonNullable<ReturnType<typeof noteOf>>[] = [];
        const take = (decision: ReturnType<typeof decide>) => {
          const note = noteOf(decision);
          if (note) notes.push(note);
          state = after(state, decision);
          expect(state && openOf(state)).toBeGreaterThanOrEqual(0);
        };
        for (const [one, isProcess] of steps) take(decide(state, wishOf(one), isProcess ? { actor: process } : {}));
        take(decide(state, {}, { actor: process }));
        const sum = (of: (note: (typeof notes)[number]) => number) => notes.reduce((all, note) => all + of(note), 0);
        expect([sum(({ net }) => net), sum(({ tax }) => tax), sum(({ total }) => total)]).toEqual([
          content.net,
          content.tax,
          content.total,
        ]);
        for (const note of notes) {
          const stated = content.prices === 'GROSS' ? note.total : note.net;
          expect(note.lines.reduce((all, { amount }) => all + amount, 0)).toBe(stated);
          expect(note.lines.reduce((all, { tax }) => all + tax, 0)).toBe(note.tax);
          expect(note.taxes.every(({ net, tax }) => net >= 0 && tax >= 0)).toBe(true);
        }
        if (content.total > 0) expect(state && standingOf(state)).toMatchObject({ status: 'SETTLED', open: 0 });
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
