import { defineJointCommand } from '@waybill/engine';
import { accept, defer, nothing, refuse } from '@waybill/kernel';
import { Delivery } from '../delivery/aggregate.ts';
import type { DeliveryEvent } from '../delivery/events.ts';
import { countOf, linesOf, tooManyOf, totalOf, withPieces } from '../pieces.ts';
import { MoreThanOpen, ShipmentStopped } from '../refusals.ts';
import { ShipmentPlan } from './aggregate.ts';
import { shipmentPlanCommands } from './commands.ts';
import type { ShipmentPlanEvent } from './events.ts';
import { NOT_PLANNED } from './plan-shipment.ts';
import { openOf } from './shipment-plan.ts';

type Happened =
  | { readonly on: 'self'; readonly event: ShipmentPlanEvent }
  | { readonly on: 'delivery'; readonly event: DeliveryEvent };

/** The plan says what is still to ship, the delivery starts with it; both or none, so nothing is shipped twice. */
export const scheduleDelivery = defineJointCommand({
  command: shipmentPlanCommands.ScheduleDelivery,
  owner: ShipmentPlan,
  companions: ({ deliveryId }) => ({ delivery: [Delivery, deliveryId] as const }),
  decide: ({ orderId, deliveryId, lines: asked, number }, { self: plan, delivery }) => {
    const { planned, complete } = plan;
    if (!planned) return defer(NOT_PLANNED);
    if (delivery) return nothing;
    if (complete) return refuse(ShipmentStopped({ orderId }));
    const open = openOf(plan);
    const count = asked ? countOf(asked) : open;
    const tooMany = tooManyOf(count, open);
    if (tooMany) return refuse(MoreThanOpen({ lineId: tooMany.lineId, available: tooMany.quantity }));
    if (totalOf(count) === 0) return nothing;
    const lines = withPieces(planned.lines, count);
    return accept<Happened>(
      { on: 'self', event: { type: 'DeliveryPlanned', data: { deliveryId, lines: linesOf(count) } } },
      {
        on: 'delivery',
        event: { type: 'DeliveryScheduled', data: { ...planned, orderId, number: number ?? deliveryId, lines } },
      },
    );
  },
});
