import { AddressInput, commandMutation, commandPayload } from '@waybill/graphql';
import { AddressFrozen, MoreThanOpen, ShipmentStopped, ShipmentUnknown } from '../refusals.ts';
import { shipmentPlanCommands } from '../shipment-plan/commands.ts';
import { PiecesInput } from './inputs.ts';

commandMutation({
  command: shipmentPlanCommands.ScheduleDelivery,
  description: 'Puts what is open of an order into a delivery, all of it or some.',
  input: (t) => ({
    orderId: t.id({ required: true }),
    deliveryId: t.id({ description: 'A UUID of yours; the server makes one if left out.' }),
    lines: t.field({ type: [PiecesInput], description: 'Everything that is open, if left out.' }),
  }),
  payload: commandPayload('Shipment'),
  errors: [MoreThanOpen, ShipmentStopped],
});
commandMutation({
  command: shipmentPlanCommands.HoldDelivery,
  description: 'Nothing of the order is packed until it is released.',
  input: (t) => ({ orderId: t.id({ required: true }), reason: t.string({ required: true }) }),
  payload: commandPayload('Shipment'),
  errors: [],
});
commandMutation({
  command: shipmentPlanCommands.ReleaseDelivery,
  description: 'What was held may be packed again.',
  input: (t) => ({ orderId: t.id({ required: true }) }),
  payload: commandPayload('Shipment'),
  errors: [],
});
commandMutation({
  command: shipmentPlanCommands.ChangeDeliveryAddress,
  description: 'Sends a placed order somewhere else, with all its deliveries, until the first of them is packed.',
  input: (t) => ({
    orderId: t.id({ required: true }),
    address: t.field({ type: AddressInput, required: true }),
  }),
  payload: commandPayload('Shipment'),
  errors: [ShipmentUnknown, AddressFrozen, ShipmentStopped],
});
