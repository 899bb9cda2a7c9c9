import type { CommandData } from '@waybill/engine';
import { accept, type Decision, nothing, type Refusal, refuse } from '@waybill/kernel';
import type { ShippingLine } from '@waybill/sales/contract';
import { DeliveryUnknown, TrackingMissing } from '../refusals.ts';
import type { deliveryCommands } from './commands.ts';
import type { Delivery, DeliveryStatus, ScheduledDelivery } from './delivery.ts';
import type { DeliveryEvent } from './events.ts';
import { goodsOf } from './goods-of.ts';
import { whyNotConfirmable, whyNotDispatchable, whyNotFailable, whyNotRetryable } from './preconditions.ts';

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
  happens: (delivery: ScheduledDelivery) => DeliveryEvent,
): Decision<DeliveryEvent> => {
  if (!delivery) return refuse(DeliveryUnknown({ deliveryId }));
  if (delivery.status === becomes) return nothing;
  const refusal = why(delivery.status);
  return refusal ? refuse(refusal) : accept(happens(delivery));
};

export const dispatchDelivery = (
  { deliveryId, carrier, trackingNumber, parcels }: CommandData<Commands['DispatchDelivery']>,
  delivery: Delivery,
): Decision<DeliveryEvent> => {
  if (carrier.trim() === '') return refuse(TrackingMissing({ field: 'carrier' }));
  if (trackingNumber.trim() === '') return refuse(TrackingMissing({ field: 'tracking number' }));
  return step(deliveryId, delivery, 'DISPATCHED', whyNotDispatchable, ({ orderId, lines }) => ({
    type: 'DeliveryDispatched',
    data: {
      orderId,
      carrier: carrier.trim(),
      trackingNumber: trackingNumber.trim(),
      parcels,
      weightGrams: weightOf(lines),
      lines: goodsOf(lines),
    },
  }));
};

export const confirmDelivery = ({ deliveryId }: CommandData<Commands['ConfirmDelivery']>, delivery: Delivery) =>
  step(deliveryId, delivery, 'DELIVERED', whyNotConfirmable, ({ orderId }) => ({
    type: 'DeliveryConfirmed',
    data: { orderId },
  }));

export const failDelivery = ({ deliveryId, reason }: CommandData<Commands['FailDelivery']>, delivery: Delivery) =>
  step(deliveryId, delivery, 'FAILED', whyNotFailable, ({ orderId }) => ({
    type: 'DeliveryFailed',
    data: { orderId, reason },
  }));

export const retryDelivery = ({ deliveryId }: CommandData<Commands['RetryDelivery']>, delivery: Delivery) =>
  step(deliveryId, delivery, 'DISPATCHED', whyNotRetryable, ({ orderId }) => ({
    type: 'DeliveryRetried',
    data: { orderId },
  }));
