import { defineEvents, type EventOf, event, personal } from '@waybill/engine';
import { z } from 'zod';
import { creditedFields } from './commands.ts';
import { contentFields, returnedLine } from './content.ts';

const kept = {
  channel: z.string(),
  messageId: z.string(),
  fingerprint: z.string(),
};
const raw = {
  ...kept,
  personId: z.string(),
  /** The message as it came. */
  text: personal(z.string()),
};
const personalData = { subject: 'personId', purpose: 'contact' } as const;

export const intakeMessageEvents = defineEvents({
  /** It could be read. What it says of an order is in that order's stream, by the same append. */
  MessageReceived: event(
    1,
    z.object({
      ...kept,
      kind: z.enum(['ORDER', 'CHANGE', 'CANCELLATION']),
      orderId: z.string().nullable(),
      externalOrderId: z.string().nullable(),
      sequence: z.number().nullable(),
      /** True where a person had to repair it. */
      repaired: z.boolean(),
      /** What a cancellation that names no order says. */
      credit: z
        .object({
          reason: z.string(),
          customerId: z.string(),
          customerKind: contentFields.customerKind,
          country: z.string(),
          currency: z.string(),
          lines: z.array(returnedLine),
        })
        .nullable(),
    }),
  ),
  /** It is kept, and waits to be repaired. */
  MessageUnreadable: event(1, z.object({ ...raw, code: z.string(), reason: z.string() }), personalData),
  /** The same id came again with other content: the first one counts, the other one is kept. */
  MessageConflicted: event(1, z.object(raw), personalData),
  /**
   * Goods are back, and credit notes issued, for this much of a cancellation that names no order: once for each
   * `CancellationMatched`. What is missing of `asked` could not be credited.
   */
  CancellationCredited: event(1, z.object(creditedFields)),
});
export type IntakeMessageEvent = EventOf<typeof intakeMessageEvents>;
