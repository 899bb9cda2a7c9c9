import { command, defineCommands, personal } from '@waybill/engine';
import { address, priceBasis } from '@waybill/sales/contract';
import { z } from 'zod';
import { issuer } from '../company/issuer.ts';
import { orderLine, pieces } from '../documents/lines.ts';
import { terms } from '../terms.ts';

const retention = { subject: 'customerId', purpose: 'retention' } as const;

export const orderBillingCommands = defineCommands({
  OpenBilling: command(
    'orderId',
    z.object({
      orderId: z.string(),
      orderNumber: z.string(),
      customerId: z.string(),
      customerName: personal(z.string()),
      billingAddress: personal(address),
      /** The customer's, added by the server; null where they have none. */
      buyerVatId: personal(z.string().optional()),
      currency: z.string(),
      /** Of all its lines. Processes of before did not say: there were only net prices. */
      prices: priceBasis.default('NET'),
      terms,
      lines: z.array(orderLine),
      channel: z.string(),
    }),
    { creates: true, personal: retention },
  ),
  /**
   * Decided here together with the series (the gapless number) and the invoice's own stream. `lines` left out or null: all
   * that is left. The first invoice of an order takes its charges too. Once per invoice and per delivery.
   */
  IssueInvoice: command(
    'orderId',
    z.object({
      orderId: z.string(),
      invoiceId: z.string(),
      deliveryId: z.string().nullable().optional(),
      lines: z.array(pieces).nullable().optional(),
      /** The company, added by the server; null while its page is not filled in. */
      issuer: issuer.nullable().optional(),
    }),
  ),
  /** Pieces were cancelled, whether they are invoiced already or not; `lines` null: all of them. Once per cancellation. */
  ReduceBilling: command(
    'orderId',
    z.object({ orderId: z.string(), cancellationId: z.string(), lines: z.array(pieces).nullable() }),
  ),
  StopBilling: command('orderId', z.object({ orderId: z.string(), reason: z.string() })),
});
