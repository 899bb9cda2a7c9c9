import type { CommandData } from '@waybill/engine';
import { accept, type Decision, nothing, refuse } from '@waybill/kernel';
import { type Cancellation, cancellationOf, isOpen } from './cancellation.ts';
import type { orderCommands } from './commands.ts';
import { countedAs } from './counted-as.ts';
import type { OrderEvent } from './events.ts';
import { type LineQuantity, merged } from './line.ts';
import { isNothingLeft, openLines, partOf, without } from './open-lines.ts';
import type { ExistingOrder, Order } from './order.ts';
import { CancellationNotRequested, OrderUnknown } from './refusals.ts';

/** What could be stopped is cancelled; when nothing is left, so is the order. A fact: it is not refused for coming late. */
export const recordCancellation = (
  { orderId, cancellationId, lines }: CommandData<typeof orderCommands.RecordCancellation>,
  order: Order,
): Decision<OrderEvent> => {
  if (!order) return refuse(OrderUnknown({ orderId }));
  const { status } = order;
  if (status === 'CANCELLED' || status === 'EXPIRED') return nothing;
  const meant = cancellationOf(order.cancellations, cancellationId);
  if (!meant) return refuse(CancellationNotRequested({ status }));
  if (!isOpen(meant)) return nothing;
  const stopped = stillThere(order, merged(lines ?? meant.lines ?? openLines(order)));
  if (isNothingLeft(without(order, stopped)) && status !== 'COMPLETED')
    return accept<OrderEvent>({ type: 'OrderCancelled', data: { reason: meant.reason, ...countedAs(order) } });
  return accept(linesCancelled(meant, stopped, order));
};

/** Whole pieces, and never more than there are, whatever the answer says. */
const stillThere = (order: ExistingOrder, lines: readonly LineQuantity[]): LineQuantity[] => {
  const open = new Map(openLines(order).map(({ lineId, quantity }) => [lineId, quantity]));
  return lines
    .map(({ lineId, quantity }) => ({ lineId, quantity: Math.floor(Math.min(quantity, open.get(lineId) ?? 0)) }))
    .filter(({ quantity }) => quantity > 0);
};

const linesCancelled = ({ id, reason }: Cancellation, lines: LineQuantity[], order: ExistingOrder): OrderEvent => {
  const { net, total } = partOf(order, lines);
  const { placed, currency } = order;
  return {
    type: 'OrderLinesCancelled',
    data: { cancellationId: id, reason, lines, on: placed?.on ?? null, currency, net, total },
  };
};
