import { defineEvents, type EventOf, event, orUnknown, personal, UNKNOWN } from '@waybill/engine';
import { address, netPrices, priceBasis } from '@waybill/sales/contract';
import { z } from 'zod';
import { lineV1, orderLine, pieces } from '../documents/lines.ts';
import { terms } from '../terms.ts';

const retention = { subject: 'customerId', purpose: 'retention' } as const;

const openedV1 = z.object({
  orderNumber: z.string(),
  customerId: z.string(),
  customerName: personal(z.string()),
  billingAddress: personal(address),
  currency: z.string(),
  terms: z.enum(['PREPAID']),
  lines: z.array(lineV1),
  channel: z.string(),
});
const openedV2 = openedV1.extend({ terms, lines: z.array(orderLine) });
/** `buyerVatId`: of the customer, as it was when the order was placed; null where they had none. */
const openedV3 = openedV2.extend({ buyerVatId: personal(z.string()) });
/** `prices`: unit prices, amounts and discounts of the lines are without tax, or with it. */
const opened = openedV3.extend({ prices: priceBasis });

const agreedV1 = z.object({ invoiceId: z.string(), number: z.string() });
const agreed = agreedV1.extend({ deliveryId: z.string().nullable(), lines: orUnknown(z.array(pieces)) });

export const orderBillingEvents = defineEvents({
  /** Billing's own copy of what it needs of the order. */
  BillingOpened: event(1, openedV1, retention)
    .next(openedV2, (old) => ({ ...old, lines: old.lines.map((line) => ({ ...line, discount: 0 })) }))
    .next(openedV3, (old) => ({ ...old, buyerVatId: null }))
    .next(opened, netPrices),
  /** An invoice over these pieces. Before there were partial invoices it was one over everything. */
  InvoiceAgreed: event(1, agreedV1).next(agreed, (old) => ({ ...old, deliveryId: null, lines: UNKNOWN })),
  /**
   * Pieces were cancelled. `lines` had not been invoiced and never will be; they came to `net`, `tax`, `total`.
   * `invoiced`: those that are on invoices already, to be corrected by credit notes. `remaining`: what is still to be
   * invoiced; `orderTotal`: what the whole order comes to now, invoices included. Minor units.
   */
  BillingReduced: event(
    1,
    z.object({
      cancellationId: z.string(),
      lines: z.array(pieces),
      invoiced: z.array(z.object({ invoiceId: z.string(), number: z.string(), lines: z.array(pieces) })),
      net: z.number(),
      tax: z.number(),
      total: z.number(),
      currency: z.string(),
      remaining: z.number(),
      orderTotal: z.number(),
    }),
  ),
  /** A wish for an invoice, kept while the page of the company is not filled in; it is issued as soon as it is. */
  InvoiceHeldBack: event(
    1,
    z.object({ invoiceId: z.string(), deliveryId: z.string().nullable(), lines: z.array(pieces).nullable() }),
  ),
  /** No invoice will be issued. */
  BillingStopped: event(1, z.object({ reason: z.string() })),
  /** Too late to stop: the invoice is there. `message` says what to do instead. */
  BillingStopRefused: event(
    1,
    z.object({ code: z.literal('ALREADY_INVOICED'), message: z.string(), invoiceId: z.string(), number: z.string() }),
  ),
});
export type OrderBillingEvent = EventOf<typeof orderBillingEvents>;
