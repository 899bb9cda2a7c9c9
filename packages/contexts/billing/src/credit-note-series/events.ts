import { defineEvents, type EventOf, event } from '@waybill/engine';
import { z } from 'zod';

export const creditNoteSeriesEvents = defineEvents({
  CreditNoteNumberTaken: event(1, z.object({ sequence: z.number(), number: z.string(), creditNoteId: z.string() })),
});
export type CreditNoteSeriesEvent = EventOf<typeof creditNoteSeriesEvents>;
