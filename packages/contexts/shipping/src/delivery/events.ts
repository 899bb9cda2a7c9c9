import { defineEvents, type EventOf, event, personal } from '@waybill/engine';
import { address, shippingLine } from '@waybill/sales/contract';
import { z } from 'zod';

const contact = { subject: 'customerId', purpose: 'contact' } as const;
const ofOrder = { orderId: z.string() };

export const deliveryEvents = defineEvents({
  DeliveryScheduled: event(
    1,
    z.object({
      ...ofOrder,
      number: z.string(),
      orderNumber: z.string(),
      customerId: z.string(),
      customerName: personal(z.string()),
      deliveryAddress: personal(address),
      lines: z.array(shippingLine),
    }),
    contact,
  ),
  DeliveryPicked: event(1, z.object(ofOrder)),
  DeliveryPacked: event(1, z.object(ofOrder)),
  DeliveryDispatched: event(1, z.object({ ...ofOrder, carrier: z.string(), trackingNumber: z.string() })),
  DeliveryConfirmed: event(1, z.object(ofOrder)),
});
export type DeliveryEvent = EventOf<typeof deliveryEvents>;
