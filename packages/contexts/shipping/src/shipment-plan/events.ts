import { defineEvents, type EventOf, event, personal } from '@waybill/engine';
import { address, shippingLine } from '@waybill/sales/contract';
import { z } from 'zod';

const contact = { subject: 'customerId', purpose: 'contact' } as const;

export const shipmentPlanEvents = defineEvents({
  /** Shipping's own copy of what it needs of the order. */
  ShipmentPlanned: event(
    1,
    z.object({
      orderNumber: z.string(),
      customerId: z.string(),
      customerName: personal(z.string()),
      deliveryAddress: personal(address),
      lines: z.array(shippingLine),
    }),
    contact,
  ),
  DeliveryCleared: event(1, z.object({})),
  DeliveryPlanned: event(
    1,
    z.object({
      deliveryId: z.string(),
      lines: z.array(z.object({ lineId: z.string(), quantity: z.number() })),
    }),
  ),
  /** From here on the delivery address cannot change, nor the order be stopped. */
  AddressFrozen: event(1, z.object({ deliveryId: z.string() })),
  ShipmentStopped: event(1, z.object({ reason: z.string() })),
  ShipmentStopRefused: event(1, z.object({ code: z.string(), message: z.string() })),
});
export type ShipmentPlanEvent = EventOf<typeof shipmentPlanEvents>;
