import { defineAggregate } from '@waybill/engine';
import { shipmentPlanCommands } from './commands.ts';
import { shipmentPlanEvents } from './events.ts';
import { clearDelivery, holdDelivery, planShipment, releaseDelivery } from './plan-shipment.ts';
import { empty, evolve } from './shipment-plan.ts';

const { PlanShipment, ClearDelivery, HoldDelivery, ReleaseDelivery } = shipmentPlanCommands;

/**
 * Streams `shipmentPlan-<orderId>`: the owner of what can be shipped, when it is stopped, when the address freezes.
 * What moves deliveries too (scheduling, stopping, another address) is decided together with them.
 */
export const ShipmentPlan = defineAggregate({
  category: 'shipmentPlan',
  events: shipmentPlanEvents,
  commands: { PlanShipment, ClearDelivery, HoldDelivery, ReleaseDelivery },
  initial: empty,
  evolve,
  decide: {
    PlanShipment: planShipment,
    ClearDelivery: clearDelivery,
    HoldDelivery: holdDelivery,
    ReleaseDelivery: releaseDelivery,
  },
});
