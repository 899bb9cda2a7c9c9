import { defineEvents, type EventOf, event, orUnknown, UNKNOWN } from '@waybill/engine';
import { z } from 'zod';

/** Minor units of one currency. */
const money = { amount: z.number(), currency: z.string() };

const received = z.object({ ...money });
/** By which payment it was complete; null where nothing was due. */
const completed = received.extend({ completedBy: orUnknown(z.string().nullable()) });

export const orderPaymentEvents = defineEvents({
  PaymentRequested: event(1, z.object({ orderNumber: z.string(), ...money })),
  /** Money that arrived, whatever became of it. `paymentId` is derived from channel and reference. */
  IncomingPaymentRecorded: event(
    1,
    z.object({ paymentId: z.string(), channel: z.string(), reference: z.string(), method: z.string(), ...money }),
  ),
  /** What was asked for is here in full. */
  PaymentReceived: event(1, received).next(completed, (old) => ({ ...old, completedBy: UNKNOWN })),
  OverpaymentDetected: event(1, z.object({ paymentId: z.string(), ...money })),
  PaymentRequestCancelled: event(1, z.object({ reason: z.string() })),
  /** This much of a payment waits for a person: to match, keep as credit, or refund. */
  PaymentUnallocated: event(
    1,
    z.object({
      paymentId: z.string(),
      channel: z.string(),
      reference: z.string(),
      reason: z.enum(['TOO_MUCH', 'ORDER_CANCELLED', 'UNKNOWN_ORDER', 'OTHER_CURRENCY']),
      /** What the payer wrote, where it named no order we know. */
      orderReference: z.string().nullable(),
      ...money,
    }),
  ),
});
export type OrderPaymentEvent = EventOf<typeof orderPaymentEvents>;
