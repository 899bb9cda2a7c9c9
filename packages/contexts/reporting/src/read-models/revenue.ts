import { creditNoteEvents, invoiceEvents } from '@waybill/billing/contract';
import { defineProjection } from '@waybill/engine';
import { localDate } from '@waybill/kernel';

/** A row of reporting.revenue: one day of one country, in one currency. Minor units, without tax. */
export interface RevenueRow {
  readonly id: string;
  readonly day: string;
  readonly currency: string;
  /** Of the billing address; '' where it cannot be told. */
  readonly country: string;
  readonly invoices: number;
  readonly invoiced: number;
  readonly creditNotes: number;
  readonly credited: number;
}

const { InvoiceIssued } = invoiceEvents;
const { CreditNoteIssued } = creditNoteEvents;

interface Document {
  readonly occurredAt: Date;
  readonly data: { readonly currency: string; readonly billingAddress: unknown };
}
const placeOf = ({ occurredAt, data: { currency, billingAddress } }: Document) => ({
  day: localDate(occurredAt),
  currency,
  country: countryIn(billingAddress),
});
const countryIn = (address: unknown): string =>
  typeof address === 'object' && address !== null && 'country' in address && typeof address.country === 'string'
    ? address.country
    : '';

/** Revenue is what was invoiced, less what was credited; each counts on the day on which it happened. */
export const revenue = defineProjection({
  name: 'reporting.revenue',
  version: 1,
  events: [InvoiceIssued, CreditNoteIssued],
  table: { schema: 'reporting', name: 'revenue', key: 'id' },
  freshness: 1_000,
  keys: (event) => {
    const { day, currency, country } = placeOf(event);
    return [`${day} ${currency} ${country}`];
  },
  evolve: (before: RevenueRow | undefined, event, id): RevenueRow => {
    const row = before ?? { id, ...placeOf(event), invoices: 0, invoiced: 0, creditNotes: 0, credited: 0 };
    return event.type === 'InvoiceIssued'
      ? { ...row, invoices: row.invoices + 1, invoiced: row.invoiced + event.data.net }
      : { ...row, creditNotes: row.creditNotes + 1, credited: row.credited + event.data.net };
  },
});
