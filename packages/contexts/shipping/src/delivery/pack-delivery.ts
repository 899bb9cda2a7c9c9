import { defineJointCommand } from '@waybill/engine';
import { accept, nothing, refuse } from '@waybill/kernel';
import { DeliveryUnknown, NotCleared, ShipmentStopped } from '../refusals.ts';
import { ShipmentPlan } from '../shipment-plan/aggregate.ts';
import type { ShipmentPlanEvent } from '../shipment-plan/events.ts';
import { Delivery } from './aggregate.ts';
import { deliveryCommands } from './commands.ts';
import type { Delivery as DeliveryState } from './delivery.ts';
import type { DeliveryEvent } from './events.ts';
import { whyNotPackable } from './preconditions.ts';

type Happened =
  | { readonly on: 'self'; readonly event: DeliveryEvent }
  | { readonly on: 'plan'; readonly event: ShipmentPlanEvent };

const companions = (
  _data: unknown,
  delivery: DeliveryState,
): { readonly plan?: readonly [typeof ShipmentPlan, string] } =>
  delivery ? { plan: [ShipmentPlan, delivery.orderId] } : {};

/**
 * The point of no return. The plan moves in the same append: once packed, an order can no longer be stopped nor its
 * address changed; once stopped, or while not cleared, nothing is packed.
 */
export const packDelivery = defineJointCommand({
  command: deliveryCommands.PackDelivery,
  owner: Delivery,
  companions,
  decide: ({ deliveryId }, { self, plan }) => {
    if (!self || !plan) return refuse(DeliveryUnknown({ deliveryId }));
    const { orderId, status } = self;
    if (status === 'PACKED') return nothing;
    if (plan.stopped) return refuse(ShipmentStopped({ orderId }));
    if (!plan.cleared) return refuse(NotCleared({ orderId }));
    const why = whyNotPackable(status);
    if (why) return refuse(why);
    const packed: Happened = { on: 'self', event: { type: 'DeliveryPacked', data: { orderId } } };
    const frozen: Happened = { on: 'plan', event: { type: 'AddressFrozen', data: { deliveryId } } };
    return plan.frozen ? accept<Happened>(packed) : accept<Happened>(frozen, packed);
  },
});
