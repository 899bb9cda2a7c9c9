import { defineJointCommand } from '@waybill/engine';
import { accept, nothing, refuse } from '@waybill/kernel';
import { linesOf, none, totalOf } from '../pieces.ts';
import { DeliveryUnknown } from '../refusals.ts';
import { Delivery } from './aggregate.ts';
import { deliveryCommands } from './commands.ts';
import { goodsOf } from './goods-of.ts';
import { whyNotCancellable } from './preconditions.ts';
import { type Happened, withPlan } from './with-plan.ts';

/** It never leaves, and what was in it is open again in the same append. */
export const cancelDelivery = defineJointCommand({
  command: deliveryCommands.CancelDelivery,
  owner: Delivery,
  companions: withPlan,
  decide: ({ deliveryId, reason }, { self, plan }) => {
    if (!self || !plan) return refuse(DeliveryUnknown({ deliveryId }));
    if (self.status === 'CANCELLED') return nothing;
    const why = whyNotCancellable(self.status);
    if (why) return refuse(why);
    const data = { orderId: self.orderId, lines: goodsOf(self.lines), reason, cancellationId: null };
    const cancelled: Happened = { on: 'self', event: { type: 'DeliveryCancelled', data } };
    // A plan that was stopped before it told which pieces holds none for it any more.
    const inside = plan.deliveries.get(deliveryId) ?? none;
    if (totalOf(inside) === 0) return accept<Happened>(cancelled);
    const reopened: Happened = {
      on: 'plan',
      event: { type: 'DeliveryUnplanned', data: { deliveryId, lines: linesOf(inside) } },
    };
    return accept<Happened>(cancelled, reopened);
  },
});
