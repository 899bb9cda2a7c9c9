import { defineAggregate } from '@waybill/engine';
import type { SeriesState } from '../series.ts';
import { type InvoiceSeriesEvent, invoiceSeriesEvents } from './events.ts';

/** Streams `invoiceSeries-<prefix>-<year>`: whoever issues takes the next number in the same append. */
export const InvoiceSeries = defineAggregate({
  category: 'invoiceSeries',
  events: invoiceSeriesEvents,
  commands: {},
  initial: { last: 0 } as SeriesState,
  evolve: (_state, event: InvoiceSeriesEvent): SeriesState => ({ last: event.data.sequence }),
  decide: {},
  // One event per invoice of a year: the longest streams of the house.
  snapshot: { schema: 1, every: 50, keep: 3 },
});
