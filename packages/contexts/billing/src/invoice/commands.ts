import { command, defineCommands } from '@waybill/engine';
import { z } from 'zod';
import { issuer } from '../company/issuer.ts';
import { pieces } from '../documents/lines.ts';

const id = { invoiceId: z.string() };

export const invoiceCommands = defineCommands({
  SendInvoice: command('invoiceId', z.object(id)),
  /** Minor units, up to what is open; a part too. Once per `allocationId`. A process's is cut to what is open. */
  AllocatePayment: command(
    'invoiceId',
    z.object({ ...id, allocationId: z.string().optional(), amount: z.number(), currency: z.string() }),
  ),
  /** A payment bounced: so much of what was put to the invoice is open again. Once per `reversalId`; cut to what was put to it. */
  /** `credited`: minor units of credit notes that whoever asks knew of; null: they do not say. */
  ReverseAllocation: command(
    'invoiceId',
    z.object({
      ...id,
      reversalId: z.string(),
      amount: z.number().int().positive(),
      credited: z.number().int().nullable().default(null),
      currency: z.string(),
      reason: z.string(),
    }),
  ),
  /**
   * Decided together with the series of the credit notes. `lines`: pieces of the invoice, at its prices or at a price of
   * their own (per piece, major units, without tax or with it as the invoice's are; `amount`: minor units likewise, where it is
   * not the rounded product). `amounts`: minor units with tax, spread over the rates that are left. Neither:
   * all that is left. Never more than the invoice: a process's is cut to what is left (unless it asks for REFUSE),
   * everybody else's is refused; where nothing is left, a process hears `CreditNoteNotNeeded`. Once per `creditNoteId`.
   */
  IssueCreditNote: command(
    'invoiceId',
    z.object({
      ...id,
      creditNoteId: z.string(),
      orderId: z.string().optional(),
      reason: z.string().trim().min(1),
      lines: z
        .array(
          pieces.extend({
            unitPrice: z
              .string()
              .regex(/^\d+(\.\d+)?$/)
              .optional(),
            amount: z.number().int().nonnegative().optional(),
          }),
        )
        .optional(),
      amounts: z
        .array(z.object({ code: z.string(), description: z.string(), amount: z.number().int().positive() }))
        .optional(),
      returnId: z.string().nullable().optional(),
      excess: z.enum(['CUT', 'REFUSE']).optional(),
      /** The company, added by the server; null while its page is not filled in. */
      issuer: issuer.nullable().optional(),
    }),
  ),
  /** Possible from the end of the due date on. */
  MarkInvoiceOverdue: command('invoiceId', z.object(id)),
  /** The next reminder of three; `level`: this one, where it was not sent yet. */
  SendReminder: command('invoiceId', z.object({ ...id, level: z.number().int().min(1).max(3).optional() })),
  WriteOffInvoice: command('invoiceId', z.object({ ...id, reason: z.string().trim().min(1) })),
  /** The rendered document's fingerprint; the first one wins. */
  RecordInvoiceDocument: command(
    'invoiceId',
    z.object({ ...id, sha256: z.string(), size: z.number(), renderer: z.string() }),
  ),
});
