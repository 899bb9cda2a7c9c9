import { defineEvents, type EventOf, event } from '@waybill/engine';
import { z } from 'zod';
import { holdingEvents } from '../order-payment/events.ts';

export const paymentReferenceEvents = {
  ...defineEvents({
    PaymentReferenceTaken: event(
      1,
      z.object({
        channel: z.string(),
        reference: z.string(),
        method: z.string(),
        amount: z.number(),
        currency: z.string(),
        orderId: z.string().nullable(),
      }),
    ),
    /** That order holds money of this payment too, matched to it from another one's stream. */
    PaymentHolderAdded: event(1, z.object({ orderId: z.string() })),
  }),
  ...holdingEvents,
};
export type PaymentReferenceEvent = EventOf<typeof paymentReferenceEvents>;
