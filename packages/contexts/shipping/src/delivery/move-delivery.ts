import type { CommandData } from '@waybill/engine';
import { accept, type Decision, nothing, type Refusal, refuse } from '@waybill/kernel';
import type { ShippingLine } from '@waybill/sales/contract';
import { DeliveryUnknown, TrackingMissing } from '../refusals.ts';
import type { deliveryCommands } from './commands.ts';
import type { Delivery, DeliveryStatus } from './delivery.ts';
import type { DeliveryEvent } from './events.ts';
import { whyNotConfirmable, whyNotDispatchable, whyNotPickable } from './preconditions.ts';

type Commands = typeof deliveryCommands;

const weightOf = (lines: readonly ShippingLine[]): number | null =>
  lines.reduce<number | null>(
    (sum, { quantity, weightGrams }) => (sum === null || weightGrams === null ? null : sum + quantity * weightGrams),
    0,
  );

/** A step along the way: taken already is fine, out of turn is refused. */
const step = (
  deliveryId: string,
  delivery: Delivery,
  becomes: DeliveryStatus,
  why: (status: DeliveryStatus) => Refusal | null,
  happens: (orderId: string, lines: readonly ShippingLine[]) => DeliveryEvent,
): Decision<DeliveryEvent> => {
  if (!delivery) return refuse(DeliveryUnknown({ deliveryId }));
  if (delivery.status === becomes) return nothing;
  const refusal = why(delivery.status);
  return refusal ? refuse(refusal) : accept(happens(delivery.orderId, delivery.lines));
};

export const pickDelivery = ({ deliveryId }: CommandData<Commands['PickDelivery']>, delivery: Delivery) =>
  step(deliveryId, delivery, 'PICKED', whyNotPickable, (orderId) => ({ type: 'DeliveryPicked', data: { orderId } }));

export const dispatchDelivery = (
  { deliveryId, carrier, trackingNumber, parcels }: CommandData<Commands['DispatchDelivery']>,
  delivery: Delivery,
): Decision<DeliveryEvent> => {
  if (carrier.trim() === '') return refuse(TrackingMissing({ field: 'carrier' }));
  if (trackingNumber.trim() === '') return refuse(TrackingMissing({ field: 'tracking number' }));
  return step(deliveryId, delivery, 'DISPATCHED', whyNotDispatchable, (orderId, lines) => ({
    type: 'DeliveryDispatched',
    data: {
      orderId,
      carrier: carrier.trim(),
      trackingNumber: trackingNumber.trim(),
      parcels,
      weightGrams: weightOf(lines),
    },
  }));
};

export const confirmDelivery = ({ deliveryId }: CommandData<Commands['ConfirmDelivery']>, delivery: Delivery) =>
  step(deliveryId, delivery, 'DELIVERED', whyNotConfirmable, (orderId) => ({
    type: 'DeliveryConfirmed',
    data: { orderId },
  }));
