import { command, defineCommands, personal } from '@waybill/engine';
import { address, priceBasis } from '@waybill/sales/contract';
import { z } from 'zod';
import { contentFields, party, returnedLine } from './content.ts';

/** What was read of a message, in the words of the business. */
const header = {
  externalOrderId: z.string().max(200).nullable(),
  /** The channel numbers the messages of one order 1, 2, 3, …; null where it does not. */
  sequence: z.number().int().min(1).nullable(),
  /** ISO 8601, UTC: when it happened, as the channel says. */
  happenedAt: z.iso.datetime(),
};

const readMessage = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['ORDER', 'CHANGE']),
    ...header,
    externalOrderId: z.string().min(1).max(200),
    content: z.object({
      ...contentFields,
      // What was read of a message before did not say.
      prices: priceBasis.default('NET'),
      customer: party,
      deliveryAddress: address,
    }),
  }),
  z.object({
    kind: z.literal('CANCELLATION'),
    ...header,
    reason: z.string(),
    /** Of a cancellation that names no order: who gave back what. */
    credit: z
      .object({
        customerId: z.string(),
        customerKind: contentFields.customerKind,
        country: z.string(),
        currency: z.string(),
        lines: z.array(returnedLine).min(1),
      })
      .nullable(),
  }),
]);
export type ReadMessage = z.output<typeof readMessage>;

const received = {
  /** Derived from channel and messageId: one stream per message. */
  intakeId: z.string(),
  /** The order's id, derived from channel and externalOrderId; null where the message names none. */
  orderId: z.string().nullable(),
  channel: z.string(),
  messageId: z.string().min(1).max(200),
  /** Of all that the message says: the same id with another one is another message. */
  fingerprint: z.string(),
  /** Whose data it holds: the customer, or where nobody is known, the message itself. */
  personId: z.string(),
  /** The message as it came; null where it was read and its channel is historic. */
  text: personal(z.string()),
  read: personal(readMessage),
  /** Why it cannot be read; null where `read` is there. */
  problem: z.object({ code: z.string(), reason: z.string() }).nullable(),
};

const personalData = { subject: 'personId', purpose: 'contact' } as const;

export const intakeMessageCommands = defineCommands({
  /** A channel's message, at least once and in any order. It is never refused for what it says. */
  ReceiveMessage: command('intakeId', z.object(received), { personal: personalData }),
  /** A person corrected a message that could not be taken, or has it read again as it is. */
  RepairMessage: command('intakeId', z.object(received), { personal: personalData }),
});

/** Of a cancellation that names no order: what came of its part in one order, in minor units. */
export const creditedFields = {
  /** The `CancellationMatched` that it carries out. */
  matchId: z.string(),
  orderId: z.string(),
  creditNoteIds: z.array(z.string()),
  currency: z.string(),
  /** What the cancellation says. */
  asked: z.number(),
  /** By credit notes. */
  credited: z.number(),
  /** Of pieces that had not left the house: they were cancelled, and not charged or credited as such. */
  cancelled: z.number(),
};

export const creditedCommands = defineCommands({
  /** A process carried out what was matched; sent again, it changes nothing. */
  RecordCancellationCredit: command('intakeId', z.object({ intakeId: z.string(), ...creditedFields })),
});
