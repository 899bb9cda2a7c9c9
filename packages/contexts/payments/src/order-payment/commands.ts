import { command, defineCommands } from '@waybill/engine';
import { z } from 'zod';

export const orderPaymentCommands = defineCommands({
  RequestPayment: command(
    'orderId',
    z.object({ orderId: z.string(), orderNumber: z.string(), amount: z.number(), currency: z.string() }),
  ),
  CancelPaymentRequest: command('orderId', z.object({ orderId: z.string(), reason: z.string() })),
  /**
   * Money that arrived. Decided by the payment's reference (the same one twice has one effect) together with the order
   * it names. `orderId` is null where no known order was named; `orderReference` is then what the payer wrote.
   */
  RecordIncomingPayment: command(
    'paymentId',
    z.object({
      paymentId: z.string(),
      orderId: z.string().nullable(),
      orderReference: z.string().nullable(),
      channel: z.string().min(1),
      reference: z.string().min(1),
      method: z.string().min(1),
      /** Minor units. Any number is let through to the decision, which refuses what is not an amount. */
      amount: z.number(),
      currency: z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as GBP'),
    }),
    { creates: true },
  ),
});
