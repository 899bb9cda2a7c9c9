import { command, defineCommands } from '@waybill/engine';
import { z } from 'zod';
import { documentLine } from './line.ts';

export const intakeDocumentCommands = defineCommands({
  /** A document that no order can be made of: parked if it could be read, refused with the line if it could not. */
  ReceiveDocument: command(
    'documentId',
    z.object({
      documentId: z.string(),
      channel: z.string(),
      /** Null where a malformed row names no document. */
      externalId: z.string().nullable(),
      currency: z.string(),
      lines: z.array(documentLine),
      /** The rows that could not be read, as they stand in the file. */
      malformed: z.array(z.object({ line: z.number(), reason: z.string(), text: z.string() })),
      /** Why it cannot be taken although it could be read. */
      objection: z.string().nullable(),
    }),
    { creates: true },
  ),
});
