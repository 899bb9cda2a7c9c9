import { defineEvents, type EventOf, event, personal } from '@waybill/engine';
import { address, billingLine } from '@waybill/sales/contract';
import { z } from 'zod';

const retention = { subject: 'customerId', purpose: 'retention' } as const;

export const orderBillingEvents = defineEvents({
  /** Billing's own copy of what it needs of the order. */
  BillingOpened: event(
    1,
    z.object({
      orderNumber: z.string(),
      customerId: z.string(),
      customerName: personal(z.string()),
      billingAddress: personal(address),
      currency: z.string(),
      terms: z.enum(['PREPAID']),
      lines: z.array(billingLine),
      channel: z.string(),
    }),
    retention,
  ),
  InvoiceAgreed: event(1, z.object({ invoiceId: z.string(), number: z.string() })),
  /** No invoice will be issued. */
  BillingStopped: event(1, z.object({ reason: z.string() })),
  /** Too late to stop: the invoice is there. `message` says what to do instead. */
  BillingStopRefused: event(
    1,
    z.object({ code: z.literal('ALREADY_INVOICED'), message: z.string(), invoiceId: z.string(), number: z.string() }),
  ),
});
export type OrderBillingEvent = EventOf<typeof orderBillingEvents>;
