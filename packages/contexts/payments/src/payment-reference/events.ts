import { defineEvents, type EventOf, event } from '@waybill/engine';
import { z } from 'zod';
import { orderPaymentEvents } from '../order-payment/events.ts';

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
  }),
  PaymentUnallocated: orderPaymentEvents.PaymentUnallocated,
};
export type PaymentReferenceEvent = EventOf<typeof paymentReferenceEvents>;
