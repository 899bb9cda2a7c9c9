import type { CommandData } from '@waybill/engine';
import { accept, type Decision, nothing, refuse } from '@waybill/kernel';
import type { orderCommands } from './commands.ts';
import type { OrderEvent } from './events.ts';
import type { Order } from './order.ts';
import { factsOf, whyNotHoldable, whyNotReleasable } from './preconditions.ts';
import { OrderOverCreditLimit, OrderUnknown } from './refusals.ts';

/** An order is on hold once, for the reason that was given first. */
export const holdOrder = (
  { orderId, reason, credit }: CommandData<typeof orderCommands.HoldOrder>,
  order: Order,
): Decision<OrderEvent> => {
  if (!order) return refuse(OrderUnknown({ orderId }));
  if (order.held !== null && !order.end) return nothing;
  const why = whyNotHoldable(factsOf(order));
  return why ? refuse(why) : accept<OrderEvent>({ type: 'OrderHeld', data: { reason, credit } });
};

/** What is held for its customer's credit goes on when there is room, or when a person says why it may all the same. */
export const releaseOrder = (
  { orderId, override, withinLimit }: CommandData<typeof orderCommands.ReleaseOrder>,
  order: Order,
): Decision<OrderEvent> => {
  if (!order) return refuse(OrderUnknown({ orderId }));
  const why = whyNotReleasable(factsOf(order));
  if (why) return refuse(why);
  if (withinLimit && !order.heldForCredit) return nothing;
  const reason = override?.trim() || null;
  if (order.heldForCredit && !withinLimit && reason === null) return refuse(OrderOverCreditLimit({}));
  return accept<OrderEvent>({ type: 'OrderReleased', data: { override: order.heldForCredit ? reason : null } });
};
