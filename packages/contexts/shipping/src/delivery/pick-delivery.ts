import { type CommandData, defineJointCommand } from '@waybill/engine';
import { accept, nothing, refuse } from '@waybill/kernel';
import { countOf, linesOf, minus, tooManyOf, totalOf } from '../pieces.ts';
import { DeliveryUnknown, NothingPicked, PickExceedsDelivery } from '../refusals.ts';
import { Delivery } from './aggregate.ts';
import { deliveryCommands } from './commands.ts';
import type { Delivery as DeliveryState } from './delivery.ts';
import { goodsOf } from './goods-of.ts';
import { whyNotPickable } from './preconditions.ts';
import { type Happened, withPlan } from './with-plan.ts';

/** The goods are off the shelf. What was not found is open again in the same append, for another delivery to take. */
export const pickDelivery = defineJointCommand({
  command: deliveryCommands.PickDelivery,
  owner: Delivery,
  // All of it: then the plan does not move.
  companions: (data: CommandData<typeof deliveryCommands.PickDelivery>, delivery: DeliveryState) =>
    withPlan(data, data.lines ? delivery : null),
  decide: ({ deliveryId, lines }, { self }) => {
    if (!self) return refuse(DeliveryUnknown({ deliveryId }));
    if (self.status === 'PICKED') return nothing;
    const why = whyNotPickable(self.status);
    if (why) return refuse(why);
    const inside = countOf(self.lines);
    const picked = lines ? countOf(lines) : inside;
    const tooMany = tooManyOf(picked, inside);
    if (tooMany) return refuse(PickExceedsDelivery({ lineId: tooMany.lineId, available: tooMany.quantity }));
    if (totalOf(picked) === 0) return refuse(NothingPicked({ deliveryId }));
    const missing = minus(inside, linesOf(picked));
    const data = {
      orderId: self.orderId,
      lines: goodsOf(self.lines, picked),
      missing: goodsOf(self.lines, missing),
    };
    const found: Happened = { on: 'self', event: { type: 'DeliveryPicked', data } };
    if (totalOf(missing) === 0) return accept<Happened>(found);
    const reopened: Happened = {
      on: 'plan',
      event: { type: 'DeliveryUnplanned', data: { deliveryId, lines: linesOf(missing) } },
    };
    return accept<Happened>(found, reopened);
  },
});
