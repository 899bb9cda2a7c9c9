import type { CommandData } from '@waybill/engine';
import { accept, type Decision, nothing, refuse } from '@waybill/kernel';
import type { orderCommands } from './commands.ts';
import type { OrderEvent } from './events.ts';
import type { ExistingOrder, Order } from './order.ts';
import { whyNotCancellable } from './preconditions.ts';
import { CancellationNotRequested, OrderUnknown } from './refusals.ts';

/** A draft is cancelled at once; for a placed order it is a question, which shipping answers. */
export const cancelOrder = (
  { orderId, reason }: CommandData<typeof orderCommands.CancelOrder>,
  order: Order,
): Decision<OrderEvent> => {
  if (!order) return refuse(OrderUnknown({ orderId }));
  if (order.status === 'CANCELLING') return nothing;
  const why = whyNotCancellable(order);
  if (why) return refuse(why);
  return accept<OrderEvent>({
    type: order.status === 'DRAFT' ? 'OrderCancelled' : 'CancellationRequested',
    data: { reason },
  });
};

export const recordCancellation = (
  { orderId }: CommandData<typeof orderCommands.RecordCancellation>,
  order: Order,
): Decision<OrderEvent> => {
  if (!order) return refuse(OrderUnknown({ orderId }));
  const { status, cancelling } = order;
  if (status === 'CANCELLED') return nothing;
  if (status !== 'CANCELLING') return refuse(CancellationNotRequested({ status }));
  return accept<OrderEvent>({ type: 'OrderCancelled', data: { reason: cancelling ?? '', ...placement(order) } });
};

/** The order goes back to where it was. One that was completed meanwhile stays so, and keeps the answer. */
export const rejectCancellation = (
  { orderId, code, message }: CommandData<typeof orderCommands.RejectCancellation>,
  order: Order,
): Decision<OrderEvent> => {
  if (!order) return refuse(OrderUnknown({ orderId }));
  if (order.cancelling === null) return nothing;
  return accept<OrderEvent>({ type: 'CancellationRejected', data: { code, message } });
};

const placement = ({ placed, currency }: ExistingOrder) =>
  placed?.on ? { placed: { on: placed.on, currency, net: placed.net, total: placed.total } } : {};
