import { createHash } from 'node:crypto';
import { recorded } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import type { InvoiceContent } from '../invoice/events.ts';
import { issued } from '../testing/billed-order.ts';
import type { IssuedDocument } from './document-store.ts';
import { invoiceDocument } from './invoice-document.ts';
import { printedInvoice } from './pdf/printed-invoice.ts';
import { RENDERER, renderDocument } from './pdf/render-document.ts';

const renderInvoice = (content: InvoiceContent, recordedAt: Date) =>
  renderDocument(printedInvoice(content), recordedAt);

const at = new Date('2026-01-05T09:00:00Z');
/** How many pages, as the file itself says. */
const pagesOf = (pdf: Buffer) => Number(/\/Type \/Pages\s*\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1]);
const withLines = (count: number) => {
  const [line] = issued.data.lines;
  if (!line) throw new Error('the fixture has no line');
  return { ...issued.data, lines: Array.from({ length: count }, (_, index) => ({ ...line, lineId: `l-${index}` })) };
};

describe('the document', () => {
  it('is one page of PDF for a short invoice, and the same bytes every time', async () => {
    const [once, again] = await Promise.all([renderInvoice(issued.data, at), renderInvoice(issued.data, at)]);
    expect(once.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pagesOf(once)).toBe(1);
    expect(once.equals(again)).toBe(true);
  });

  it('says the VAT id of the buyer, and is as it always was where there is none', async () => {
    const [without, named] = await Promise.all([
      renderInvoice({ ...issued.data, buyerVatId: null }, at),
      renderInvoice({ ...issued.data, buyerVatId: 'GB123456789' }, at),
    ]);
    expect(without.equals(await renderInvoice(issued.data, at))).toBe(true);
    expect(named.length).toBeGreaterThan(without.length);
    expect(pagesOf(named)).toBe(1);
  });

  it('goes over as many pages as it needs', async () => {
    expect(pagesOf(await renderInvoice(withLines(650), at))).toBeGreaterThan(20);
  });

  it('keeps the totals whole where the lines end at the foot of a page', async () => {
    const counts = [8, 10, 12, 14, 16, 18, 20, 22];
    const pages = await Promise.all(counts.map(async (count) => pagesOf(await renderInvoice(withLines(count), at))));
    expect(pages).toEqual(pages.toSorted((a, b) => a - b));
    expect(new Set(pages)).toEqual(new Set([1, 2]));
  });

  it('says when to pay where it is not paid yet', () => {
    const { mark, notes } = printedInvoice({ ...issued.data, terms: 'NET_14', dueDate: '2026-01-19' });
    expect(mark).toBeNull();
    expect(notes[0]?.lines).toEqual([
      'Please pay 22.35 GBP by 19 January 2026, and name INV-2026-000001 with your payment.',
    ]);
    expect(printedInvoice(issued.data).mark).toBe('Paid in full');
  });

  it('says where prices include VAT', async () => {
    const gross = { ...issued.data, prices: 'GROSS' as const, terms: 'NET_14' as const };
    expect(printedInvoice(gross).notes.map(({ label }) => label)).toEqual(['Prices', 'Payment', 'Bank']);
    expect(printedInvoice(issued.data).notes.map(({ label }) => label)).toEqual(['Payment', 'Bank']);
    expect(pagesOf(await renderInvoice(gross, at))).toBe(1);
  });

  it('can be made of a forgotten customer', async () => {
    const forgotten = { ...issued.data, customerName: null, billingAddress: null };
    expect(pagesOf(await renderInvoice(forgotten, at))).toBe(1);
  });
});

it('renders, keeps and records the document of an invoice', async () => {
  const kept: IssuedDocument[] = [];
  const sent: unknown[] = [];
  const effect = invoiceDocument({
    keep: async (document) => {
      kept.push(document);
      return { sha256: createHash('sha256').update(document.content).digest('hex'), size: document.content.length };
    },
  });
  await effect.run(recorded('i-1', issued), {
    idempotencyKey: 'k-1',
    attempt: 1,
    execute: async (command) => void sent.push(command),
  });
  const [{ content } = { content: Buffer.alloc(0) }] = kept;
  expect(kept).toEqual([{ kind: 'INVOICE', id: 'i-1', number: 'INV-2026-000001', content, issued: issued.data }]);
  const sha256 = createHash('sha256').update(content).digest('hex');
  expect(sent).toEqual([
    { type: 'RecordInvoiceDocument', data: { invoiceId: 'i-1', sha256, size: content.length, renderer: RENDERER } },
  ]);
});
