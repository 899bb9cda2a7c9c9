import { command, defineCommands, personal } from '@waybill/engine';
import { address, billingLine } from '@waybill/sales/contract';
import { z } from 'zod';

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
      currency: z.string(),
      terms: z.enum(['PREPAID']),
      lines: z.array(billingLine),
      channel: z.string(),
    }),
    { creates: true, personal: retention },
  ),
  /** Decided here together with the series (the gapless number) and the invoice's own stream. */
  IssueInvoice: command('orderId', z.object({ orderId: z.string(), invoiceId: z.string() })),
  StopBilling: command('orderId', z.object({ orderId: z.string(), reason: z.string() })),
});
