import type { CommandData } from '@waybill/engine';
import { accept, type Decision, nothing, type Refusal, refuse } from '@waybill/kernel';
import { DeliveryUnknown, TrackingMissing } from '../refusals.ts';
import type { deliveryCommands } from './commands.ts';
import type { Delivery, DeliveryStatus } from './delivery.ts';
import type { DeliveryEvent } from './events.ts';
import { whyNotConfirmable, whyNotDispatchable, whyNotPickable } from './preconditions.ts';

type Commands = typeof deliveryCommands;

/** A step along the way: taken already is fine, out of turn is refused. */
const step = (
  deliveryId: string,
  delivery: Delivery,
  becomes: DeliveryStatus,
  why: (status: DeliveryStatus) => Refusal | null,
  happens: (orderId: string) => DeliveryEvent,
): Decision<DeliveryEvent> => {
  if (!delivery) return refuse(DeliveryUnknown({ deliveryId }));
  if (delivery.status === becomes) return nothing;
  const refusal = why(delivery.status);
  return refusal ? refuse(refusal) : accept(happens(delivery.orderId));
};

export const pickDelivery = ({ deliveryId }: CommandData<Commands['PickDelivery']>, delivery: Delivery) =>
  step(deliveryId, delivery, 'PICKED', whyNotPickable, (orderId) => ({ type: 'DeliveryPicked', data: { orderId } }));

export const dispatchDelivery = (
  { deliveryId, carrier, trackingNumber }: CommandData<Commands['DispatchDelivery']>,
  delivery: Delivery,
): Decision<DeliveryEvent> => {
  if (carrier.trim() === '') return refuse(TrackingMissing({ field: 'carrier' }));
  if (trackingNumber.trim() === '') return refuse(TrackingMissing({ field: 'tracking number' }));
  return step(deliveryId, delivery, 'DISPATCHED', whyNotDispatchable, (orderId) => ({
    type: 'DeliveryDispatched',
    data: { orderId, carrier: carrier.trim(), trackingNumber: trackingNumber.trim() },
  }));
};

export const confirmDelivery = ({ deliveryId }: CommandData<Commands['ConfirmDelivery']>, delivery: Delivery) =>
  step(deliveryId, delivery, 'DELIVERED', whyNotConfirmable, (orderId) => ({
    type: 'DeliveryConfirmed',
    data: { orderId },
  }));
