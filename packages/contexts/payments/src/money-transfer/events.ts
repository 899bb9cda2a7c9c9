import { defineEvents, type EventOf, event } from '@waybill/engine';
import { z } from 'zod';
import { NO_PART } from '../account/events.ts';

export const ORIGINS = [
  'PAYMENT',
  'PAYMENT_FAILED',
  'PAYMENT_MATCHED',
  'PAYMENT_KEPT',
  'CUSTOMER_KNOWN',
  'INVOICE',
  'CREDIT_NOTE',
  'REFUND',
  'WRITE_OFF',
  'WRITE_OFF_REVERSED',
] as const;

/**
 * The document that a transfer posts: `id` is the payment's, the invoice's, the refund's …; `orderId` and `paymentId`: in
 * whose books it stands, a payment's where it named no known order. Null for a transfer by hand.
 */
export const origin = z
  .object({
    kind: z.enum(ORIGINS),
    id: z.string(),
    orderId: z.string().nullable(),
    paymentId: z.string().nullable(),
  })
  .nullable();

/** `amount`: minor units, above 0. */
export const transfer = z.object({
  fromAccountId: z.string(),
  toAccountId: z.string(),
  amount: z.number(),
  currency: z.string(),
  text: z.string(),
  /** The balance must cover it, and both accounts be open: by hand, and refunds. */
  checked: z.boolean(),
  origin,
});

export const moneyTransferEvents = defineEvents({
  MoneyTransferCreated: event(1, transfer),
  /** The money has left the one account: it is in transit. */
  DebitRecorded: event(1, z.object({})),
  FailedDebitRecorded: event(1, z.object({ reason: z.enum(NO_PART) })),
  /** The money has arrived: in the other account, or (after `DebitReversed`) back where it came from. */
  CreditRecorded: event(1, z.object({ accountId: z.string() })),
  /** The other account cannot take it: from here on the money goes back. */
  DebitReversed: event(1, z.object({ reason: z.enum(NO_PART) })),
  MoneyTransferCompleted: event(1, z.object({ origin })),
  /** Nothing was moved in the end. */
  MoneyTransferFailed: event(1, z.object({ origin, reason: z.enum(NO_PART) })),
});
export type MoneyTransferEvent = EventOf<typeof moneyTransferEvents>;
export type Origin = z.output<typeof origin>;
export type Transfer = z.output<typeof transfer>;
