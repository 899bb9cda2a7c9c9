import { defineEvents, type EventFrom, type EventOf, event, orUnknown, personal, UNKNOWN } from '@waybill/engine';
import { lineTaxes } from '@waybill/kernel';
import { address, netPrices, priceBasis } from '@waybill/sales/contract';
import { z } from 'zod';
import { creditNoteEvents } from '../credit-note/events.ts';
import { beforeThePage } from '../documents/before-the-page.ts';
import { documentLine, lineV1, taxTotal } from '../documents/lines.ts';
import { seller, sellerV1 } from '../documents/seller.ts';
import { terms } from '../terms.ts';

const retention = { subject: 'customerId', purpose: 'retention' } as const;

const issuedV1 = z.object({
  number: z.string(),
  series: z.string(),
  orderId: z.string(),
  orderNumber: z.string(),
  customerId: z.string(),
  customerName: personal(z.string()),
  billingAddress: personal(address),
  seller: sellerV1,
  currency: z.string(),
  terms: z.enum(['PREPAID']),
  lines: z.array(lineV1),
  taxes: z.array(taxTotal),
  net: z.number(),
  tax: z.number(),
  total: z.number(),
  /** ISO dates of the business's calendar. */
  issueDate: z.string(),
  taxPoint: z.string(),
  dueDate: z.string(),
});
const issuedV2 = issuedV1.extend({
  /** The dispatched delivery that it is for; null where it is for an order. */
  deliveryId: z.string().nullable(),
  terms,
  lines: z.array(documentLine),
  seller,
});
const issuedV3 = issuedV2.extend({
  /** The version of the company's page that it captures. */
  companyVersion: orUnknown(z.number()),
  /** In which its dates are the business's days. */
  timeZone: z.string(),
  /** Null where the buyer gave none. */
  buyerVatId: personal(z.string()),
});
/** `prices`: unit prices, amounts and discounts of the lines are without tax, or with it. `net`, `tax` and `total` are as ever. */
const issued = issuedV3.extend({ prices: priceBasis });

const allocatedV1 = z.object({ orderId: z.string(), amount: z.number(), currency: z.string() });
/** `allocationId`: which allocation of a payment, so that it counts once; null where none was named. */
const allocated = allocatedV1.extend({ allocationId: z.string().nullable() });

const stored = z.object({ orderId: z.string(), sha256: z.string(), size: z.number() });
/** By which release of the renderer, so that a document can be rendered again byte for byte. */
const rendered = stored.extend({ renderer: orUnknown(z.string()) });

const ofOrder = z.object({ orderId: z.string() });
/** Minor units. */
const money = { amount: z.number(), currency: z.string() };
const dunned = ofOrder.extend({ open: z.number(), currency: z.string() });

const ownEvents = defineEvents({
  /** The full content of the document, as it was; it never changes. Amounts in minor units. */
  InvoiceIssued: event(1, issuedV1, retention)
    .next(issuedV2, (old) => {
      const shares = lineTaxes(old.lines, old.taxes);
      const lines = old.lines.map((line, at) => ({ ...line, discount: 0, tax: shares[at] ?? 0 }));
      return { ...old, lines, deliveryId: null, seller: { ...old.seller, address: UNKNOWN, iban: UNKNOWN } };
    })
    .next(issuedV3, (old) => ({ ...old, ...beforeThePage }))
    .next(issued, netPrices),
  /** Sent to the customer. */
  InvoiceSent: event(1, ofOrder),
  PaymentAllocated: event(1, allocatedV1).next(allocated, (old) => ({ ...old, allocationId: null })),
  /** A payment that was put to it bounced: so much is open again, whatever the invoice had come to. */
  AllocationReversed: event(1, ofOrder.extend({ reversalId: z.string(), ...money, reason: z.string() })),
  /** Nothing is open any more, and a payment was the last that closed it. */
  InvoicePaid: event(1, ofOrder),
  /** How much of a credit note lowered what was open; the rest of it, of an invoice that was paid, can be refunded. */
  CreditAllocated: event(1, ofOrder.extend({ creditNoteId: z.string(), ...money })),
  /** A process asked for a credit note, and nothing of what it names is left to credit. */
  CreditNoteNotNeeded: event(1, ofOrder.extend({ creditNoteId: z.string(), reason: z.string() })),
  /** Nothing is open any more, and a credit was the last that closed it. */
  InvoiceSettled: event(1, ofOrder),
  /** Its due date is over, and `open` is still to be paid. */
  InvoiceOverdue: event(1, dunned.extend({ dueDate: z.string() })),
  /** The first, second or third reminder. */
  ReminderSent: event(1, dunned.extend({ level: z.number() })),
  /** What was open is given up as lost. */
  InvoiceWrittenOff: event(1, ofOrder.extend({ customerId: z.string(), ...money, reason: z.string() })),
  /** So much of what was given up is not lost after all: a payment came, or it was credited. */
  InvoiceWriteOffReversed: event(
    1,
    ofOrder.extend({ customerId: z.string(), ...money, because: z.enum(['PAYMENT', 'CREDIT']) }),
  ),
  InvoiceDocumentStored: event(1, stored).next(rendered, (old) => ({ ...old, renderer: UNKNOWN })),
});
/** Credit notes that correct an invoice are issued in its stream. */
export const invoiceEvents = { ...ownEvents, CreditNoteIssued: creditNoteEvents.CreditNoteIssued };
export type InvoiceContent = EventFrom<typeof invoiceEvents.InvoiceIssued>['data'];
export type InvoiceEvent = EventOf<typeof invoiceEvents>;
