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
  { planned, cleared, stopped }: ShipmentPlan,
): Decision<ShipmentPlanEvent> => {
  if (!planned) return defer(NOT_PLANNED);
  if (stopped) return refuse(ShipmentStopped({ orderId }));
  return cleared ? nothing : accept({ type: 'DeliveryCleared', data: {} });
};

/** A cancellation asks; the answer is an event, so that it is ordered with what else happened here. */
export const stopShipment = (
  { reason }: CommandData<Commands['StopShipment']>,
  { planned, cleared, stopped, frozen }: ShipmentPlan,
): Decision<ShipmentPlanEvent> => {
  if (!planned) return defer(NOT_PLANNED);
  if (stopped) return nothing;
  if (frozen) return refuseToStop('ALREADY_PACKED', 'It is packed: let it arrive, then request a return.');
  if (cleared) return refuseToStop('ALREADY_CLEARED', 'It is paid and cleared: let it arrive, then request a return.');
  return accept({ type: 'ShipmentStopped', data: { reason } });
};

const refuseToStop = (code: string, message: string): Decision<ShipmentPlanEvent> =>
  accept({ type: 'ShipmentStopRefused', data: { code, message } });
