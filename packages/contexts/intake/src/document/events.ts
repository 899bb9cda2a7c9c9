import { defineEvents, type EventOf, event } from '@waybill/engine';
import { z } from 'zod';
import { documentLine } from './line.ts';

export const intakeDocumentEvents = defineEvents({
  /** It was read whole and cannot be taken as it stands: it waits for a person, with its amount. */
  DocumentParked: event(
    1,
    z.object({
      channel: z.string(),
      /** The document's number where it came from. */
      externalId: z.string(),
      reason: z.string(),
      currency: z.string(),
      /** Minor units: what its lines say, each rounded half-up. */
      amount: z.number(),
      lines: z.array(documentLine),
    }),
  ),
});
export type IntakeDocumentEvent = EventOf<typeof intakeDocumentEvents>;
