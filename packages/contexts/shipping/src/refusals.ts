import { refusal } from '@waybill/kernel';

/** Every "no" of this context: what is wrong, then what to do next. */
export const DeliveryUnknown = refusal(
  'DeliveryUnknown',
  { deliveryId: 'String' },
  ({ deliveryId }) => `There is no delivery ${deliveryId}: check the id, or open it from its order.`,
);
export const ShipmentUnknown = refusal(
  'ShipmentUnknown',
  { orderId: 'String' },
  ({ orderId }) => `Shipping knows no order ${orderId}: check the id; a draft is not known here before it is placed.`,
);
export const DeliveryNotPickable = refusal(
  'DeliveryNotPickable',
  { status: 'String' },
  ({ status }) => `The delivery is ${status}: only a scheduled one can be picked.`,
);
export const DeliveryNotPackable = refusal('DeliveryNotPackable', { status: 'String' }, ({ status }) =>
  status === 'SCHEDULED'
    ? 'The delivery is not picked yet: pick it, then pack it.'
    : status === 'CANCELLED'
      ? 'The delivery was cancelled: put the goods back.'
      : `The delivery is ${status} already.`,
);
export const DeliveryNotDispatchable = refusal('DeliveryNotDispatchable', { status: 'String' }, ({ status }) =>
  status === 'SCHEDULED' || status === 'PICKED'
    ? `The delivery is ${status}: pack it, then hand it to the carrier.`
    : status === 'CANCELLED'
      ? 'The delivery was cancelled: open the parcel and put the goods back.'
      : `The delivery is ${status} already.`,
);
export const DeliveryNotConfirmable = refusal('DeliveryNotConfirmable', { status: 'String' }, ({ status }) =>
  status === 'FAILED'
    ? 'The carrier could not hand it over: have it delivered again first.'
    : `The delivery is ${status}: it can arrive only while it is on its way.`,
);
export const DeliveryNotFailable = refusal(
  'DeliveryNotFailable',
  { status: 'String' },
  ({ status }) => `The delivery is ${status}: only one that is on its way can fail.`,
);
export const DeliveryNotRetryable = refusal(
  'DeliveryNotRetryable',
  { status: 'String' },
  ({ status }) => `The delivery is ${status}: only one that failed can be tried again or sent back.`,
);
export const DeliveryNotCancellable = refusal('DeliveryNotCancellable', { status: 'String' }, ({ status }) =>
  status === 'CANCELLED'
    ? 'The delivery was cancelled already.'
    : `The delivery is ${status}: it has left the house; request a return instead.`,
);
export const DeliveryNotReturnable = refusal('DeliveryNotReturnable', { status: 'String' }, ({ status }) =>
  status === 'CANCELLED'
    ? 'The delivery was cancelled: nothing of it left the house.'
    : `The delivery is ${status}: nothing of it has left the house yet; cancel it instead.`,
);
export const NothingToReturn = refusal(
  'NothingToReturn',
  { deliveryId: 'String' },
  () => 'All of it is on its way back or here already: look at its returns.',
);
export const ReturnExceedsDelivery = refusal(
  'ReturnExceedsDelivery',
  { lineId: 'String', available: 'Int' },
  ({ lineId, available }) =>
    `At most ${available} of line ${lineId} can come back: no more left with this delivery, or the rest is in another return.`,
);
export const NothingPicked = refusal(
  'NothingPicked',
  { deliveryId: 'String' },
  () => 'Nothing of it was found: cancel the delivery, and schedule another when the goods are there.',
);
export const PickExceedsDelivery = refusal(
  'PickExceedsDelivery',
  { lineId: 'String', available: 'Int' },
  ({ lineId, available }) => `The delivery holds ${available} of line ${lineId}: pick no more than that.`,
);
export const MoreThanOpen = refusal(
  'MoreThanOpen',
  { lineId: 'String', available: 'Int' },
  ({ lineId, available }) =>
    `Only ${available} of line ${lineId} are open: the others are in a delivery, stopped, or were never ordered.`,
);
/** Why an action is not offered; asked for all the same, it changes nothing. */
export const NothingOpen = refusal(
  'NothingOpen',
  { orderId: 'String' },
  () => 'Every piece is in a delivery or stopped: there is nothing to schedule.',
);
export const NothingHeld = refusal('NothingHeld', { orderId: 'String' }, () => 'The order is not held in shipping.');
export const TrackingMissing = refusal(
  'TrackingMissing',
  { field: 'String' },
  ({ field }) => `Name the ${field} before the delivery leaves the house.`,
);
export const NotCleared = refusal(
  'NotCleared',
  { orderId: 'String' },
  () => 'The order is not cleared for shipping: take its payment first, or override with a reason.',
);
export const ShipmentHeld = refusal(
  'ShipmentHeld',
  { orderId: 'String', reason: 'String' },
  ({ reason }) => `The order is held (${reason}): release it first, or override with a reason.`,
);
export const ShipmentStopped = refusal(
  'ShipmentStopped',
  { orderId: 'String' },
  () => 'The order was cancelled: put the goods back, nothing of it may leave.',
);
export const AddressFrozen = refusal(
  'AddressFrozen',
  { orderId: 'String' },
  () => 'A delivery of the order is packed, so its address stands: cancel what is left and order it anew.',
);
export const ScanFromTheFuture = refusal(
  'ScanFromTheFuture',
  { occurredAt: 'String' },
  ({ occurredAt }) =>
    `A scan at ${occurredAt} cannot have happened yet: correct the carrier's clock and send it again.`,
);
export const shippingRefusals = [
  DeliveryUnknown,
  ShipmentUnknown,
  DeliveryNotPickable,
  DeliveryNotPackable,
  DeliveryNotDispatchable,
  DeliveryNotConfirmable,
  DeliveryNotFailable,
  DeliveryNotRetryable,
  DeliveryNotCancellable,
  DeliveryNotReturnable,
  NothingToReturn,
  ReturnExceedsDelivery,
  NothingPicked,
  PickExceedsDelivery,
  MoreThanOpen,
  TrackingMissing,
  NotCleared,
  ShipmentHeld,
  ShipmentStopped,
  AddressFrozen,
  ScanFromTheFuture,
] as const;
