import { refusal } from '@waybill/kernel';

/** Every "no" of this context: what is wrong, then what to do next. */
export const DeliveryUnknown = refusal(
  'DeliveryUnknown',
  { deliveryId: 'String' },
  ({ deliveryId }) => `There is no delivery ${deliveryId}: check the id, or open it from its order.`,
);
export const DeliveryNotPickable = refusal(
  'DeliveryNotPickable',
  { status: 'String' },
  ({ status }) => `The delivery is ${status}: only a scheduled one can be picked.`,
);
export const DeliveryNotPackable = refusal('DeliveryNotPackable', { status: 'String' }, ({ status }) =>
  status === 'SCHEDULED'
    ? 'The delivery is not picked yet: pick it, then pack it.'
    : `The delivery is ${status} already.`,
);
export const DeliveryNotDispatchable = refusal('DeliveryNotDispatchable', { status: 'String' }, ({ status }) =>
  status === 'SCHEDULED' || status === 'PICKED'
    ? `The delivery is ${status}: pack it, then hand it to the carrier.`
    : `The delivery is ${status} already.`,
);
export const DeliveryNotConfirmable = refusal(
  'DeliveryNotConfirmable',
  { status: 'String' },
  ({ status }) => `The delivery is ${status}: it can arrive only after it was dispatched.`,
);
export const TrackingMissing = refusal(
  'TrackingMissing',
  { field: 'String' },
  ({ field }) => `Name the ${field} before the delivery leaves the house.`,
);
export const NotCleared = refusal(
  'NotCleared',
  { orderId: 'String' },
  () => 'The order is not cleared for shipping: take its payment first.',
);
export const ShipmentStopped = refusal(
  'ShipmentStopped',
  { orderId: 'String' },
  () => 'The order was cancelled: put the goods back, nothing of it may leave.',
);
export const ScanFromTheFuture = refusal(
  'ScanFromTheFuture',
  { occurredAt: 'String' },
  ({ occurredAt }) =>
    `A scan at ${occurredAt} cannot have happened yet: correct the carrier's clock and send it again.`,
);
export const shippingRefusals = [
  DeliveryUnknown,
  DeliveryNotPickable,
  DeliveryNotPackable,
  DeliveryNotDispatchable,
  DeliveryNotConfirmable,
  TrackingMissing,
  NotCleared,
  ShipmentStopped,
  ScanFromTheFuture,
] as const;
