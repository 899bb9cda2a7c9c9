import type { CommandData } from '@waybill/engine';
import { accept, type Decision, nothing, refuse } from '@waybill/kernel';
import type { orderCommands } from './commands.ts';
import type { OrderEvent } from './events.ts';
import type { Order } from './order.ts';
import { OrderNotCompletable, OrderNotConfirmable, OrderUnknown } from './refusals.ts';

/** Sent by the fulfilment process. A cancellation that waits for its answer does not undo the confirmation. */
export const confirmOrder = (
  { orderId }: CommandData<typeof orderCommands.ConfirmOrder>,
  order: Order,
): Decision<OrderEvent> => {
  if (!order) return refuse(OrderUnknown({ orderId }));
  if (order.status === 'DRAFT') return refuse(OrderNotConfirmable({ status: order.status }));
  if (order.confirmed || order.end) return nothing;
  return accept<OrderEvent>({ type: 'OrderConfirmed', data: {} });
};

/** Sent by the fulfilment process, when everything is delivered and settled: a cancellation then comes too late. */
export const completeOrder = (
  { orderId }: CommandData<typeof orderCommands.CompleteOrder>,
  order: Order,
): Decision<OrderEvent> => {
  if (!order) return refuse(OrderUnknown({ orderId }));
  const { status, confirmed } = order;
  if (status === 'COMPLETED') return nothing;
  if (!confirmed || order.end) return refuse(OrderNotCompletable({ status }));
  return accept<OrderEvent>({ type: 'OrderCompleted', data: {} });
};
