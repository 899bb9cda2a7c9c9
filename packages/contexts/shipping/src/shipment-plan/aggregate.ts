import { defineAggregate } from '@waybill/engine';
import { shipmentPlanCommands } from './commands.ts';
import { shipmentPlanEvents } from './events.ts';
import { clearDelivery, planShipment, stopShipment } from './plan-shipment.ts';
import { empty, evolve } from './shipment-plan.ts';

const { PlanShipment, ClearDelivery, StopShipment } = shipmentPlanCommands;

/** Streams `shipmentPlan-<orderId>`: the owner of what can be shipped, when it is stopped, when the address freezes. */
export const ShipmentPlan = defineAggregate({
  category: 'shipmentPlan',
  events: shipmentPlanEvents,
  commands: { PlanShipment, ClearDelivery, StopShipment },
  initial: empty,
  evolve,
  decide: { PlanShipment: planShipment, ClearDelivery: clearDelivery, StopShipment: stopShipment },
});
