import { defineEvents, type EventOf, event, orUnknown, personal, UNKNOWN } from '@waybill/engine';
import { address, shippingLine } from '@waybill/sales/contract';
import { z } from 'zod';

const contact = { subject: 'customerId', purpose: 'contact' } as const;
const ofOrder = { orderId: z.string() };

const handedOver = z.object({ ...ofOrder, carrier: z.string(), trackingNumber: z.string() });
/** How many parcels the carrier was given. */
const counted = handedOver.extend({ parcels: orUnknown(z.number()) });
/** What the goods in them weigh together, without packing; null where it is not known of all of them. */
const weighed = counted.extend({ weightGrams: orUnknown(z.number().nullable()) });

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
  DeliveryDispatched: event(1, handedOver)
    .next(counted, (old) => ({ ...old, parcels: UNKNOWN }))
    .next(weighed, (old) => ({ ...old, weightGrams: UNKNOWN })),
  /** A fact: `occurredAt` is when the carrier saw the parcel, `sequence` the carrier's own count. */
  CarrierScanRecorded: event(
    1,
    z.object({ ...ofOrder, place: z.string(), status: z.string(), sequence: z.number().int() }),
  ),
  DeliveryConfirmed: event(1, z.object(ofOrder)),
});
export type DeliveryEvent = EventOf<typeof deliveryEvents>;
