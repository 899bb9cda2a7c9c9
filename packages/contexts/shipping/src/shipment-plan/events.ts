import { defineEvents, type EventOf, event, orUnknown, personal, UNKNOWN } from '@waybill/engine';
import { address, shippingLine, sizeless, sizelessShippingLine } from '@waybill/sales/contract';
import { z } from 'zod';
import { pieces } from '../pieces.ts';

const contact = { subject: 'customerId', purpose: 'contact' } as const;
const planned = z.object({
  orderNumber: z.string(),
  customerId: z.string(),
  customerName: personal(z.string()),
  deliveryAddress: personal(address),
  lines: z.array(sizelessShippingLine),
});
const plannedWithSizes = planned.extend({ lines: z.array(shippingLine) });
const stopped = z.object({ reason: z.string() });
const refused = z.object({ code: z.string(), message: z.string() });

export const shipmentPlanEvents = defineEvents({
  /** Shipping's own copy of what it needs of the order. */
  ShipmentPlanned: event(1, planned, contact).next(plannedWithSizes, (old) => ({
    ...old,
    lines: old.lines.map(sizeless),
  })),
  DeliveryCleared: event(1, z.object({})),
  ShipmentHeld: event(1, z.object({ reason: z.string() })),
  ShipmentReleased: event(1, z.object({})),
  ShipmentAddressChanged: event(1, z.object({ customerId: z.string(), deliveryAddress: personal(address) }), contact),
  DeliveryPlanned: event(1, z.object({ deliveryId: z.string(), lines: z.array(pieces) })),
  /** They are in that delivery no more: it was cancelled, or not all of it was found or wanted. They are open again. */
  DeliveryUnplanned: event(1, z.object({ deliveryId: z.string(), lines: z.array(pieces) })),
  /** From here on the delivery address cannot change. */
  AddressFrozen: event(1, z.object({ deliveryId: z.string() })),
  /**
   * The answer to a cancellation: `lines` will not leave the house. `complete`: nothing of the order has left, nor will.
   * Those of version 1 stopped everything.
   */
  ShipmentStopped: event(1, stopped).next(
    stopped.extend({
      cancellationId: orUnknown(z.string()),
      lines: orUnknown(z.array(pieces)),
      complete: z.boolean(),
    }),
    (old) => ({ ...old, cancellationId: UNKNOWN, lines: UNKNOWN, complete: true }),
  ),
  /** Nothing was stopped: not all that was asked for is still here. `returnable`: what can be asked back instead. */
  ShipmentStopRefused: event(1, refused).next(
    refused.extend({
      cancellationId: orUnknown(z.string()),
      returnable: orUnknown(z.array(z.object({ deliveryId: z.string(), lines: z.array(pieces) }))),
    }),
    (old) => ({ ...old, cancellationId: UNKNOWN, returnable: UNKNOWN }),
  ),
});
export type ShipmentPlanEvent = EventOf<typeof shipmentPlanEvents>;
