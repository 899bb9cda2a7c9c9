import { defineEvents, type EventOf, event, orUnknown, personal, UNKNOWN } from '@waybill/engine';
import { address, shippingLine, sizeless, sizelessShippingLine } from '@waybill/sales/contract';
import { z } from 'zod';
import { goods } from '../pieces.ts';
import { DISPOSITIONS } from './commands.ts';

const contact = { subject: 'customerId', purpose: 'contact' } as const;
const ofOrder = { orderId: z.string() };

const scheduled = z.object({
  ...ofOrder,
  number: z.string(),
  orderNumber: z.string(),
  customerId: z.string(),
  customerName: personal(z.string()),
  deliveryAddress: personal(address),
  lines: z.array(sizelessShippingLine),
});
const scheduledWithSizes = scheduled.extend({ lines: z.array(shippingLine) });
const picked = z.object(ofOrder);
const packed = z.object(ofOrder);
const handedOver = z.object({ ...ofOrder, carrier: z.string(), trackingNumber: z.string() });
/** How many parcels the carrier was given. */
const counted = handedOver.extend({ parcels: orUnknown(z.number()) });
/** What the goods in them weigh together, without packing; null where it is not known of all of them. */
const weighed = counted.extend({ weightGrams: orUnknown(z.number().nullable()) });
const listed = weighed.extend({ lines: orUnknown(z.array(goods)) });
/** The cancellation that led to it; null where a person decided. */
const cancellationId = z.string().nullable();

export const deliveryEvents = defineEvents({
  DeliveryScheduled: event(1, scheduled, contact).next(scheduledWithSizes, (old) => ({
    ...old,
    lines: old.lines.map(sizeless),
  })),
  /** It goes to another address than it was scheduled for. */
  DeliveryRedirected: event(
    1,
    z.object({ ...ofOrder, customerId: z.string(), deliveryAddress: personal(address) }),
    contact,
  ),
  /** `missing` was not found, and is in the delivery no more. Those of version 1 were found whole. */
  DeliveryPicked: event(1, picked).next(
    picked.extend({ lines: orUnknown(z.array(goods)), missing: z.array(goods) }),
    (old) => ({ ...old, lines: UNKNOWN, missing: [] }),
  ),
  /** `lines` were taken out of it because they were cancelled; what was packed is picked again. */
  DeliveryShortened: event(1, z.object({ ...ofOrder, lines: z.array(goods), reason: z.string(), cancellationId })),
  /** `override`: why it was packed although it was held or not cleared; there was no such thing in version 1. */
  DeliveryPacked: event(1, packed).next(packed.extend({ override: z.string().nullable() }), (old) => ({
    ...old,
    override: null,
  })),
  DeliveryDispatched: event(1, handedOver)
    .next(counted, (old) => ({ ...old, parcels: UNKNOWN }))
    .next(weighed, (old) => ({ ...old, weightGrams: UNKNOWN }))
    .next(listed, (old) => ({ ...old, lines: UNKNOWN })),
  /** A fact: `occurredAt` is when the carrier saw the parcel, `sequence` the carrier's own count. */
  CarrierScanRecorded: event(
    1,
    z.object({ ...ofOrder, place: z.string(), status: z.string(), sequence: z.number().int() }),
  ),
  DeliveryConfirmed: event(1, z.object(ofOrder)),
  DeliveryFailed: event(1, z.object({ ...ofOrder, reason: z.string() })),
  /** The carrier tries again. */
  DeliveryRetried: event(1, z.object(ofOrder)),
  /** On its way home; the return of what is in it follows. */
  DeliverySentBack: event(1, z.object({ ...ofOrder, reason: z.string() })),
  /** It never leaves; `lines` are what was in it. */
  DeliveryCancelled: event(1, z.object({ ...ofOrder, lines: z.array(goods), reason: z.string(), cancellationId })),
  ReturnRequested: event(1, z.object({ ...ofOrder, returnId: z.string(), lines: z.array(goods), reason: z.string() })),
  ReturnReceived: event(
    1,
    z.object({
      ...ofOrder,
      returnId: z.string(),
      lines: z.array(goods.extend({ disposition: z.enum(DISPOSITIONS) })),
    }),
  ),
});
export type DeliveryEvent = EventOf<typeof deliveryEvents>;
