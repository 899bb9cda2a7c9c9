import { command, defineCommands } from '@waybill/engine';
import { z } from 'zod';

const orderId = z.string();
const paymentId = z.string();
const reason = z.string();
/** Minor units. Any number is let through to the decision, which refuses what is not an amount. */
const amount = z.number();
const currency = z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as GBP');
/**
 * The order in whose stream the money waits, null for that of a payment which named no known order; left out: wherever
 * enough of it waits.
 */
const heldBy = z.string().nullable().optional();

export const orderPaymentCommands = defineCommands({
  RequestPayment: command(
    'orderId',
    z.object({ orderId, orderNumber: z.string(), amount: z.number(), currency: z.string() }),
  ),
  /** `amount`: the new total. What is here above it becomes unallocated. */
  AmendPaymentRequest: command('orderId', z.object({ orderId, amendmentId: z.string(), amount, reason })),
  /**
   * What an invoice (above 0) or a credit note (below 0) of the order came to, in minor units, `documentId` naming it: so
   * much of what was paid is not free to go back. The same document again has no effect.
   */
  RecordBilling: command('orderId', z.object({ orderId, documentId: z.string(), amount: z.number(), currency })),
  /** The order is cancelled or expired: what came and what comes for it waits for a person. */
  CancelPaymentRequest: command('orderId', z.object({ orderId, reason })),
  /**
   * Sends money back, never more than the order holds: a process is given what there is (`RefundNotNeeded` where there is
   * nothing), a person is refused.
   */
  RefundPayment: command('orderId', z.object({ orderId, refundId: z.string(), amount, currency, reason })),
  CompleteRefund: command('orderId', z.object({ orderId, refundId: z.string() })),
  FailRefund: command('orderId', z.object({ orderId, refundId: z.string(), reason })),
  /**
   * Money that arrived. Decided by the payment's reference (the same one twice has one effect) together with the order
   * it names. `orderId` is null where no known order was named; `orderReference` is then what the payer wrote.
   */
  RecordIncomingPayment: command(
    'paymentId',
    z.object({
      paymentId,
      orderId: z.string().nullable(),
      orderReference: z.string().nullable(),
      channel: z.string().min(1),
      reference: z.string().min(1),
      method: z.string().min(1),
      amount,
      currency,
    }),
    { creates: true },
  ),
  /** The payment bounced, wherever its money is by now. `orderId`: an order it is known by. */
  FailPayment: command('paymentId', z.object({ paymentId, orderId: z.string().nullable().optional(), reason })),
  /** Money that waits goes to an order that is owed it. */
  MatchPayment: command('paymentId', z.object({ paymentId, orderId, amount, heldBy })),
  /** Money that waits stays on the customer's account. */
  KeepPaymentAsCredit: command('paymentId', z.object({ paymentId, customerId: z.string(), amount, heldBy })),
  /** Money that waits goes back. */
  RefundUnallocatedPayment: command('paymentId', z.object({ paymentId, refundId: z.string(), amount, heldBy })),
  /** The end of a refund in the stream of a payment that named no known order. */
  CompleteUnallocatedRefund: command('paymentId', z.object({ paymentId, refundId: z.string() })),
  FailUnallocatedRefund: command('paymentId', z.object({ paymentId, refundId: z.string(), reason })),
});
