import { commandMutation, commandPayload } from '@waybill/graphql';
import { deliveryCommands } from '../delivery/commands.ts';
import {
  DeliveryNotCancellable,
  DeliveryNotConfirmable,
  DeliveryNotDispatchable,
  DeliveryNotPackable,
  DeliveryNotPickable,
  DeliveryUnknown,
  NotCleared,
  NothingPicked,
  PickExceedsDelivery,
  ScanFromTheFuture,
  ShipmentHeld,
  ShipmentStopped,
  TrackingMissing,
} from '../refusals.ts';
import { PiecesInput } from './inputs.ts';

commandMutation({
  command: deliveryCommands.PickDelivery,
  description: 'The goods are off the shelf. What was not found goes back to the plan, for another delivery.',
  input: (t) => ({
    deliveryId: t.id({ required: true }),
    lines: t.field({ type: [PiecesInput], description: 'What was found; all of it, if left out.' }),
  }),
  payload: commandPayload('Delivery'),
  errors: [DeliveryUnknown, DeliveryNotPickable, PickExceedsDelivery, NothingPicked],
});
commandMutation({
  command: deliveryCommands.PackDelivery,
  description: "The parcel is closed: from now on its order's address stands.",
  input: (t) => ({
    deliveryId: t.id({ required: true }),
    override: t.string({
      description:
        'Why it is packed although the order is held or not paid; it takes the permission delivery:override.',
    }),
  }),
  permission: ({ override }) => (override === undefined ? null : 'delivery:override'),
  payload: commandPayload('Delivery'),
  errors: [DeliveryUnknown, DeliveryNotPackable, NotCleared, ShipmentHeld, ShipmentStopped],
});
commandMutation({
  command: deliveryCommands.DispatchDelivery,
  description: 'The carrier has it.',
  input: (t) => ({
    deliveryId: t.id({ required: true }),
    carrier: t.string({ required: true }),
    trackingNumber: t.string({ required: true }),
    parcels: t.int({ description: 'How many parcels the carrier was given; 1 when left out.' }),
  }),
  payload: commandPayload('Delivery'),
  errors: [DeliveryUnknown, DeliveryNotDispatchable, TrackingMissing],
});
commandMutation({
  command: deliveryCommands.RecordCarrierScan,
  description: 'What a carrier saw of a parcel, in any order: where it was last is told by when it was seen.',
  input: (t) => ({
    deliveryId: t.id({ required: true }),
    place: t.string({ required: true }),
    status: t.string({ required: true, description: "In the carrier's words, e.g. Out for delivery." }),
    sequence: t.int({ defaultValue: 0, description: "The carrier's count, for scans of one instant." }),
    occurredAt: t.field({ type: 'DateTime', description: 'When it was seen; now, if left out.' }),
  }),
  payload: commandPayload('Delivery'),
  errors: [DeliveryUnknown, ScanFromTheFuture],
  versioned: false,
});
commandMutation({
  command: deliveryCommands.ConfirmDelivery,
  description: 'The customer has it.',
  input: (t) => ({ deliveryId: t.id({ required: true }) }),
  payload: commandPayload('Delivery'),
  errors: [DeliveryUnknown, DeliveryNotConfirmable],
});
commandMutation({
  command: deliveryCommands.CancelDelivery,
  description: 'It never leaves; what was in it is open again.',
  input: (t) => ({ deliveryId: t.id({ required: true }), reason: t.string({ required: true }) }),
  payload: commandPayload('Delivery'),
  errors: [DeliveryUnknown, DeliveryNotCancellable],
});
