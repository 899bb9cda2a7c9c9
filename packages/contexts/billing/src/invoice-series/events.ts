import { defineEvents, type EventOf, event } from '@waybill/engine';
import { z } from 'zod';

export const invoiceSeriesEvents = defineEvents({
  InvoiceNumberTaken: event(1, z.object({ sequence: z.number(), number: z.string(), invoiceId: z.string() })),
});
export type InvoiceSeriesEvent = EventOf<typeof invoiceSeriesEvents>;
