import { commandMutation, commandPayload } from '@waybill/graphql';
import { deliveryCommands } from '../delivery/commands.ts';
import {
  DeliveryNotConfirmable,
  DeliveryNotDispatchable,
  DeliveryNotPackable,
  DeliveryNotPickable,
  DeliveryUnknown,
  NotCleared,
  ShipmentStopped,
  TrackingMissing,
} from '../refusals.ts';

commandMutation({
  command: deliveryCommands.PickDelivery,
  description: 'The goods are off the shelf.',
  input: (t) => ({ deliveryId: t.id({ required: true }) }),
  payload: commandPayload('Delivery'),
  errors: [DeliveryUnknown, DeliveryNotPickable],
});
commandMutation({
  command: deliveryCommands.PackDelivery,
  description: 'The parcel is closed: from now on its address stands and its order cannot be stopped.',
  input: (t) => ({ deliveryId: t.id({ required: true }) }),
  payload: commandPayload('Delivery'),
  errors: [DeliveryUnknown, DeliveryNotPackable, NotCleared, ShipmentStopped],
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
  command: deliveryCommands.ConfirmDelivery,
  description: 'The customer has it.',
  input: (t) => ({ deliveryId: t.id({ required: true }) }),
  payload: commandPayload('Delivery'),
  errors: [DeliveryUnknown, DeliveryNotConfirmable],
});
