import { defineJointCommand } from '@waybill/engine';
import { accept, nothing, type Refusal, refuse } from '@waybill/kernel';
import { DeliveryUnknown, NotCleared, ShipmentHeld, ShipmentStopped } from '../refusals.ts';
import type { ShipmentPlan as PlanState } from '../shipment-plan/shipment-plan.ts';
import { Delivery } from './aggregate.ts';
import { deliveryCommands } from './commands.ts';
import { whyNotPackable } from './preconditions.ts';
import { type Happened, withPlan } from './with-plan.ts';

/** What a reason can override: the money is not there, or somebody holds the order. */
export const whyNotReleased = (
  orderId: string,
  { cleared, held }: Pick<PlanState, 'cleared' | 'held'>,
): Refusal | null => {
  if (held !== null) return ShipmentHeld({ orderId, reason: held });
  return cleared ? null : NotCleared({ orderId });
};

/**
 * The plan moves in the same append: once packed, the order's address does not change; while held or not cleared,
 * nothing is packed without a reason; what was stopped is never packed.
 */
export const packDelivery = defineJointCommand({
  command: deliveryCommands.PackDelivery,
  owner: Delivery,
  companions: withPlan,
  decide: ({ deliveryId, override }, { self, plan }) => {
    if (!self || !plan) return refuse(DeliveryUnknown({ deliveryId }));
    const { orderId, status } = self;
    if (status === 'PACKED') return nothing;
    if (plan.complete) return refuse(ShipmentStopped({ orderId }));
    const objection = whyNotReleased(orderId, plan);
    if (objection && override === null) return refuse(objection);
    const why = whyNotPackable(status);
    if (why) return refuse(why);
    const data = { orderId, override: objection ? override : null };
    const packed: Happened = { on: 'self', event: { type: 'DeliveryPacked', data } };
    const frozen: Happened = { on: 'plan', event: { type: 'AddressFrozen', data: { deliveryId } } };
    return plan.frozen ? accept<Happened>(packed) : accept<Happened>(frozen, packed);
  },
});
