import { defineJointCommand } from '@waybill/engine';
import { accept, defer, nothing, refuse } from '@waybill/kernel';
import { Delivery } from '../delivery/aggregate.ts';
import type { DeliveryEvent } from '../delivery/events.ts';
import { ShipmentStopped } from '../refusals.ts';
import { ShipmentPlan } from './aggregate.ts';
import { shipmentPlanCommands } from './commands.ts';
import type { ShipmentPlanEvent } from './events.ts';
import { NOT_PLANNED } from './plan-shipment.ts';
import { openLines } from './shipment-plan.ts';

type Happened =
  | { readonly on: 'self'; readonly event: ShipmentPlanEvent }
  | { readonly on: 'delivery'; readonly event: DeliveryEvent };

/** The plan says what is still to ship, the delivery starts with it; both or none, so nothing is shipped twice. */
export const scheduleDelivery = defineJointCommand({
  command: shipmentPlanCommands.ScheduleDelivery,
  owner: ShipmentPlan,
  companions: ({ deliveryId }) => ({ delivery: [Delivery, deliveryId] as const }),
  decide: ({ orderId, deliveryId, number }, { self: plan, delivery }) => {
    const { planned, stopped } = plan;
    if (!planned) return defer(NOT_PLANNED);
    if (delivery) return nothing;
    if (stopped) return refuse(ShipmentStopped({ orderId }));
    const lines = openLines(plan);
    if (lines.length === 0) return nothing;
    const quantities = lines.map(({ lineId, quantity }) => ({ lineId, quantity }));
    return accept<Happened>(
      { on: 'self', event: { type: 'DeliveryPlanned', data: { deliveryId, lines: quantities } } },
      {
        on: 'delivery',
        event: { type: 'DeliveryScheduled', data: { ...planned, orderId, number: number ?? deliveryId, lines } },
      },
    );
  },
});
