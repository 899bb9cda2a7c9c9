import { recorded } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import { creditNoteContent, invoiceContent } from '../testing/documents.ts';
import { type RevenueRow, revenue } from './revenue.ts';

type Heard = Parameters<typeof revenue.evolve>[1];

const document = (type: Heard['type'], net: number, country: string | undefined, at: string): Heard => {
  const billingAddress = country === undefined ? null : { country };
  const occurredAt = new Date(at);
  const said = { currency: 'GBP', net, total: net * 2, billingAddress };
  return type === 'InvoiceIssued'
    ? recorded('d1', { type, occurredAt, data: { ...invoiceContent, ...said } })
    : recorded('d1', { type, occurredAt, data: { ...creditNoteContent, ...said } });
};

const fold = (...events: Heard[]) => {
  const rows = new Map<string, RevenueRow>();
  for (const event of events)
    for (const key of revenue.keys(event)) rows.set(key, revenue.evolve(rows.get(key), event, key) as RevenueRow);
  return [...rows.values()].map(({ id, invoices, invoiced, creditNotes, credited }) => [
    id,
    ...[invoices, invoiced, creditNotes, credited],
  ]);
};

describe('revenue', () => {
  it('is what was invoiced and credited, without tax, by day and country', () =>
    expect(
      fold(
        document('InvoiceIssued', 1_000, 'France', '2010-12-01T08:26:00Z'),
        document('InvoiceIssued', 500, 'France', '2010-12-01T09:00:00Z'),
        document('InvoiceIssued', 70, 'Spain', '2010-12-01T09:00:00Z'),
        document('CreditNoteIssued', 200, 'France', '2010-12-01T10:00:00Z'),
        document('CreditNoteIssued', 30, 'France', '2010-12-02T10:00:00Z'),
      ),
    ).toEqual([
      ['2010-12-01 GBP France', 2, 1_500, 1, 200],
      ['2010-12-01 GBP Spain', 1, 70, 0, 0],
      ['2010-12-02 GBP France', 0, 0, 1, 30],
    ]));

  it("counts by the business's calendar: in summer, half past eleven at night in UTC is tomorrow", () =>
    expect(fold(document('InvoiceIssued', 1, 'Spain', '2011-05-31T23:30:00Z'))).toEqual([
      ['2011-06-01 GBP Spain', 1, 1, 0, 0],
    ]));

  it('has a place for documents whose address cannot be told', () =>
    expect(fold(document('InvoiceIssued', 1, undefined, '2010-12-01T08:26:00Z'))).toEqual([
      ['2010-12-01 GBP ', 1, 1, 0, 0],
    ]));
});
