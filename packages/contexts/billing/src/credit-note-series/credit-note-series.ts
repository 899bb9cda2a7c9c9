import { defineAggregate } from '@waybill/engine';
import type { SeriesState } from '../series.ts';
import { type CreditNoteSeriesEvent, creditNoteSeriesEvents } from './events.ts';

/** Streams `creditNoteSeries-<prefix>-<year>`: numbers without a gap, apart from those of the invoices. */
export const CreditNoteSeries = defineAggregate({
  category: 'creditNoteSeries',
  events: creditNoteSeriesEvents,
  commands: {},
  initial: { last: 0 } as SeriesState,
  evolve: (_state, event: CreditNoteSeriesEvent): SeriesState => ({ last: event.data.sequence }),
  decide: {},
  snapshot: { schema: 1, every: 50, keep: 3 },
});
