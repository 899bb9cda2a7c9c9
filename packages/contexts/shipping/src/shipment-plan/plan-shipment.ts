import type { CommandData } from '@waybill/engine';
import { accept, type Decision, defer, nothing, refuse } from '@waybill/kernel';
import { ShipmentStopped } from '../refusals.ts';
import type { shipmentPlanCommands } from './commands.ts';
import type { ShipmentPlanEvent } from './events.ts';
import type { ShipmentPlan } from './shipment-plan.ts';

type Commands = typeof shipmentPlanCommands;

/** The copy of the order is on its way to shipping; it follows its placing within moments. */
export const NOT_PLANNED = 'Shipping has not heard of this order yet';

export const planShipment = (
  { orderId: _, ...order }: CommandData<Commands['PlanShipment']>,
  { planned }: ShipmentPlan,
): Decision<ShipmentPlanEvent> => (planned ? nothing : accept({ type: 'ShipmentPlanned', data: order }));

export const clearDelivery = (
  { orderId }: CommandData<Commands['ClearDelivery']>,
  { planned, cleared, complete }: ShipmentPlan,
): Decision<ShipmentPlanEvent> => {
  if (!planned) return defer(NOT_PLANNED);
  if (complete) return refuse(ShipmentStopped({ orderId }));
  return cleared ? nothing : accept({ type: 'DeliveryCleared', data: {} });
};

export const holdDelivery = (
  { reason }: CommandData<Commands['HoldDelivery']>,
  { planned, held, complete }: ShipmentPlan,
): Decision<ShipmentPlanEvent> => {
  if (!planned) return defer(NOT_PLANNED);
  return held !== reason && !complete ? accept({ type: 'ShipmentHeld', data: { reason } }) : nothing;
};

export const releaseDelivery = (
  _data: CommandData<Commands['ReleaseDelivery']>,
  { planned, held }: ShipmentPlan,
): Decision<ShipmentPlanEvent> => {
  if (!planned) return defer(NOT_PLANNED);
  return held === null ? nothing : accept({ type: 'ShipmentReleased', data: {} });
};
