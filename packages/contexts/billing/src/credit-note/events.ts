import { defineEvents, type EventFrom, type EventOf, event, orUnknown, personal } from '@waybill/engine';
import { address, netPrices, priceBasis } from '@waybill/sales/contract';
import { z } from 'zod';
import { beforeThePage } from '../documents/before-the-page.ts';
import { creditLine, taxTotal } from '../documents/lines.ts';
import { seller } from '../documents/seller.ts';

const retention = { subject: 'customerId', purpose: 'retention' } as const;

const issuedV1 = z.object({
  creditNoteId: z.string(),
  number: z.string(),
  series: z.string(),
  invoiceId: z.string().nullable(),
  invoiceNumber: z.string().nullable(),
  orderId: z.string().nullable(),
  orderNumber: z.string().nullable(),
  customerId: z.string(),
  customerName: personal(z.string()),
  billingAddress: personal(address),
  seller,
  currency: z.string(),
  lines: z.array(creditLine),
  taxes: z.array(taxTotal),
  net: z.number(),
  tax: z.number(),
  total: z.number(),
  /** ISO dates of the business's calendar. */
  issueDate: z.string(),
  taxPoint: z.string(),
  reason: z.string(),
  /** The return that it is for; null where there is none. */
  returnId: z.string().nullable(),
});
const issuedV2 = issuedV1.extend({
  /** The version of the company's page that it captures. */
  companyVersion: orUnknown(z.number()),
  /** In which its dates are the business's days. */
  timeZone: z.string(),
  /** Null where the buyer gave none. */
  buyerVatId: personal(z.string()),
});
/** `prices`: unit prices and amounts of the lines are without tax, or with it. */
const issued = issuedV2.extend({ prices: priceBasis });

export const creditNoteEvents = defineEvents({
  /**
   * The full content of a credit note, as it was; it never changes. It stands in the stream of the invoice that it
   * corrects; one without an invoice (then `invoiceId` and `orderId` are null) in a stream of its own. Amounts in minor
   * units, all positive.
   */
  CreditNoteIssued: event(1, issuedV1, retention)
    .next(issuedV2, (old) => ({ ...old, ...beforeThePage }))
    .next(issued, netPrices),
  /** Its number was given in the stream of its invoice. */
  CreditNoteAgreed: event(1, z.object({ invoiceId: z.string(), number: z.string() })),
  CreditNoteDocumentStored: event(1, z.object({ sha256: z.string(), size: z.number(), renderer: z.string() })),
});
export type CreditNoteIssued = EventFrom<typeof creditNoteEvents.CreditNoteIssued>;
export type CreditNoteContent = CreditNoteIssued['data'];
export type CreditNoteEvent = EventOf<typeof creditNoteEvents>;
