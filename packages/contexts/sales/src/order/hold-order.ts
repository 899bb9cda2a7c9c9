import type { CommandData } from '@waybill/engine';
import { accept, type Decision, nothing, refuse } from '@waybill/kernel';
import type { orderCommands } from './commands.ts';
import type { OrderEvent } from './events.ts';
import type { Order } from './order.ts';
import { factsOf, whyNotHoldable, whyNotReleasable } from './preconditions.ts';
import { OrderUnknown } from './refusals.ts';

/** An order is on hold once, for the reason that was given first. */
export const holdOrder = (
  { orderId, reason }: CommandData<typeof orderCommands.HoldOrder>,
  order: Order,
): Decision<OrderEvent> => {
  if (!order) return refuse(OrderUnknown({ orderId }));
  if (order.held !== null && !order.end) return nothing;
  const why = whyNotHoldable(factsOf(order));
  return why ? refuse(why) : accept<OrderEvent>({ type: 'OrderHeld', data: { reason } });
};

export const releaseOrder = (
  { orderId }: CommandData<typeof orderCommands.ReleaseOrder>,
  order: Order,
): Decision<OrderEvent> => {
  if (!order) return refuse(OrderUnknown({ orderId }));
  const why = whyNotReleasable(factsOf(order));
  return why ? refuse(why) : accept<OrderEvent>({ type: 'OrderReleased', data: {} });
};
