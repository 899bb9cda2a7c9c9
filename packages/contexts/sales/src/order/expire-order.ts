import type { CommandData } from '@waybill/engine';
import { accept, type Decision, nothing, refuse } from '@waybill/kernel';
import type { orderCommands } from './commands.ts';
import { countedAs } from './counted-as.ts';
import type { OrderEvent } from './events.ts';
import type { Order } from './order.ts';
import { OrderNotExpirable, OrderUnknown } from './refusals.ts';

/** Sent by the fulfilment process, when nobody paid in time. Whatever was still asked of the order is settled with it. */
export const expireOrder = (
  { orderId }: CommandData<typeof orderCommands.ExpireOrder>,
  order: Order,
): Decision<OrderEvent> => {
  if (!order) return refuse(OrderUnknown({ orderId }));
  if (order.end) return nothing;
  if (order.status === 'DRAFT') return refuse(OrderNotExpirable({ status: order.status }));
  return accept<OrderEvent>({ type: 'OrderExpired', data: countedAs(order) });
};
