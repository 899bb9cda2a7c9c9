import { command, defineCommands, personal } from '@waybill/engine';
import { address, priceBasis } from '@waybill/sales/contract';
import { z } from 'zod';
import { issuer } from '../company/issuer.ts';

const retention = { subject: 'customerId', purpose: 'retention' } as const;

export const creditNoteCommands = defineCommands({
  /** Credits a customer without an invoice; the tax is computed once per rate. */
  IssueStandaloneCreditNote: command(
    'creditNoteId',
    z.object({
      creditNoteId: z.string(),
      customerId: z.string(),
      customerName: personal(z.string()),
      billingAddress: personal(address),
      /** The customer's, added by the server; null where they have none. */
      buyerVatId: personal(z.string().optional()),
      currency: z.string(),
      /** Whether the unit prices are without tax, or with it. */
      prices: priceBasis.default('NET'),
      /** Where it came from: those of the past are dated as they were and numbered apart. */
      channel: z.string(),
      reason: z.string(),
      lines: z
        .array(
          z.object({
            /** A product's code, or that of a fee or a discount. */
            code: z.string(),
            description: z.string(),
            quantity: z.number().int().positive(),
            /** Per piece, in major units as a decimal text. */
            unitPrice: z.string().regex(/^\d+(\.\d+)?$/),
            taxCode: z.string(),
            taxRate: z.string(),
          }),
        )
        .min(1),
      /** The company, added by the server; null while its page is not filled in. */
      issuer: issuer.nullable().optional(),
    }),
    { creates: true, personal: retention },
  ),
  /** The rendered document's fingerprint; the first one wins. */
  RecordCreditNoteDocument: command(
    'creditNoteId',
    z.object({ creditNoteId: z.string(), sha256: z.string(), size: z.number(), renderer: z.string() }),
  ),
});
