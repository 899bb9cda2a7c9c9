import { defineAggregate } from '@waybill/engine';
import { type InvoiceSeriesEvent, invoiceSeriesEvents } from './events.ts';

export interface InvoiceSeriesState {
  /** The last sequence number that was given; 0 in a new series. */
  readonly last: number;
}

/** 'INV' on '2026-11-21' → 'INV-2026': a series begins anew with every year of its issue dates. */
export const seriesId = (prefix: 'INV' | 'HIST', issueDate: string): string => `${prefix}-${issueDate.slice(0, 4)}`;

/** The next number without a gap: 'INV-2026-000001'. */
export const nextNumber = (id: string, { last }: InvoiceSeriesState) => {
  const sequence = last + 1;
  return { sequence, number: `${id}-${String(sequence).padStart(6, '0')}` };
};

/** Streams `invoiceSeries-<prefix>-<year>`: whoever issues takes the next number in the same append. */
export const InvoiceSeries = defineAggregate({
  category: 'invoiceSeries',
  events: invoiceSeriesEvents,
  commands: {},
  initial: { last: 0 } as InvoiceSeriesState,
  evolve: (_state, event: InvoiceSeriesEvent): InvoiceSeriesState => ({ last: event.data.sequence }),
  decide: {},
  // One event per invoice of a year: the longest streams of the house.
  snapshot: { schema: 1, every: 50, keep: 3 },
});
