import { command, defineCommands } from '@waybill/engine';
import { z } from 'zod';

export const invoiceCommands = defineCommands({
  AllocatePayment: command('invoiceId', z.object({ invoiceId: z.string(), amount: z.number(), currency: z.string() })),
  /** The rendered document's fingerprint; the first one wins. */
  RecordInvoiceDocument: command(
    'invoiceId',
    z.object({ invoiceId: z.string(), sha256: z.string(), size: z.number(), renderer: z.string() }),
  ),
});
