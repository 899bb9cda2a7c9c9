import { defineEvents, type EventOf, event, orUnknown, personal, UNKNOWN } from '@waybill/engine';
import { address, billingLine } from '@waybill/sales/contract';
import { z } from 'zod';

const retention = { subject: 'customerId', purpose: 'retention' } as const;

/** Who sells, as printed on the document. */
export const seller = z.object({
  legalName: z.string(),
  addressLines: z.array(z.string()),
  vatNumber: z.string(),
  bank: z.string(),
});

const stored = z.object({ orderId: z.string(), sha256: z.string(), size: z.number() });
/** By which release of the renderer, so that a document can be rendered again byte for byte. */
const rendered = stored.extend({ renderer: orUnknown(z.string()) });

export const invoiceEvents = defineEvents({
  /** The full content of the document, as it was; it never changes. Amounts in minor units. */
  InvoiceIssued: event(
    1,
    z.object({
      number: z.string(),
      series: z.string(),
      orderId: z.string(),
      orderNumber: z.string(),
      customerId: z.string(),
      customerName: personal(z.string()),
      billingAddress: personal(address),
      seller,
      currency: z.string(),
      terms: z.enum(['PREPAID']),
      lines: z.array(billingLine),
      taxes: z.array(z.object({ taxCode: z.string(), taxRate: z.string(), net: z.number(), tax: z.number() })),
      net: z.number(),
      tax: z.number(),
      total: z.number(),
      /** ISO dates of the business's calendar. */
      issueDate: z.string(),
      taxPoint: z.string(),
      dueDate: z.string(),
    }),
    retention,
  ),
  PaymentAllocated: event(1, z.object({ orderId: z.string(), amount: z.number(), currency: z.string() })),
  InvoicePaid: event(1, z.object({ orderId: z.string() })),
  InvoiceDocumentStored: event(1, stored).next(rendered, (old) => ({ ...old, renderer: UNKNOWN })),
});
export type InvoiceEvent = EventOf<typeof invoiceEvents>;
