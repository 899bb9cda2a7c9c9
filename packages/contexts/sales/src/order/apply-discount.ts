import { isDeepStrictEqual } from 'node:util';
import type { CommandData } from '@waybill/engine';
import { accept, type Decision, nothing, refuse } from '@waybill/kernel';
import type { orderCommands } from './commands.ts';
import type { OrderEvent } from './events.ts';
import type { Order } from './order.ts';
import { whyNoLine, whyNotDiscount, whyNotEditable } from './preconditions.ts';
import { OrderUnknown } from './refusals.ts';

/** The same discount (by its id) with other terms takes the place of the one before; at 0 it takes nothing off any more. */
export const applyDiscount = (
  { orderId, ...discount }: CommandData<typeof orderCommands.ApplyDiscount>,
  order: Order,
): Decision<OrderEvent> => {
  if (!order) return refuse(OrderUnknown({ orderId }));
  const { lineId, discountId } = discount;
  const why = whyNotEditable(order) ?? (lineId === null ? null : whyNoLine(order, lineId)) ?? whyNotDiscount(discount);
  if (why) return refuse(why);
  const known = order.discounts.find((one) => one.discountId === discountId);
  return isDeepStrictEqual(known, discount) ? nothing : accept<OrderEvent>({ type: 'DiscountApplied', data: discount });
};
