import { command, defineCommands } from '@waybill/engine';
import { z } from 'zod';
import { contentFields, returnedLine } from '../message/content.ts';

/** A line as far as it can come back. */
const boughtLine = contentFields.lines.element.pick({ lineId: true, kind: true, sku: true, quantity: true }).extend({
  /** Major units; '0' where the channel did not say. */
  unitPrice: z.string(),
});

export const purchasesCommands = defineCommands({
  /** An order as it is now: again with other lines, it replaces what was known of it. */
  RecordPurchase: command(
    'customerId',
    z.object({
      customerId: z.string(),
      orderId: z.string(),
      externalOrderId: z.string(),
      /** Null where it is as it was: nothing of the order is left. */
      currency: z.string().nullable(),
      happenedAt: z.string(),
      lines: z.array(boughtLine),
    }),
  ),
  /** A cancellation that names no order: what was bought before is looked through. */
  MatchCancellation: command(
    'customerId',
    z.object({
      customerId: z.string(),
      intakeId: z.string(),
      messageId: z.string(),
      currency: z.string(),
      happenedAt: z.string(),
      lines: z.array(returnedLine),
    }),
  ),
});
