import { type CommandData, type DecisionContext, UNKNOWN } from '@waybill/engine';
import { accept, type Decision, nothing, type Refusal, refuse } from '@waybill/kernel';
import { cancellationOf, isAllAsked, isOpen } from './cancellation.ts';
import type { orderCommands } from './commands.ts';
import type { OrderEvent } from './events.ts';
import { type LineQuantity, merged } from './line.ts';
import { isNothingLeft, openQuantity, without } from './open-lines.ts';
import type { ExistingOrder, Order } from './order.ts';
import { whyNotCancellable } from './preconditions.ts';
import { LinesMissing, LineUnknown, OrderUnknown, QuantityNotCancellable } from './refusals.ts';
import { takeOffDraft } from './take-off-draft.ts';

/** A draft is cancelled at once; for a placed order it is a question, which shipping answers. */
export const cancelOrder = (
  { orderId, reason, cancellationId }: CommandData<typeof orderCommands.CancelOrder>,
  order: Order,
  { commandId }: DecisionContext,
): Decision<OrderEvent> => {
  if (!order) return refuse(OrderUnknown({ orderId }));
  const id = cancellationId ?? commandId;
  if (order.recordedAsCancelled || isAllAsked(order.cancellations) || isKnown(order, id)) return nothing;
  const why = whyNotCancellable(order);
  if (why) return refuse(why);
  if (order.status === 'DRAFT') return accept<OrderEvent>({ type: 'OrderCancelled', data: { reason } });
  return accept(requested(id, reason, null));
};

/** The same for some of its pieces. What is all that is left is the whole order. */
export const cancelOrderLines = (
  { orderId, reason, lines, cancellationId }: CommandData<typeof orderCommands.CancelOrderLines>,
  order: Order,
  { commandId }: DecisionContext,
): Decision<OrderEvent> => {
  if (!order) return refuse(OrderUnknown({ orderId }));
  const id = cancellationId ?? commandId;
  if (order.recordedAsCancelled || isKnown(order, id)) return nothing;
  const wanted = merged(lines);
  const why = whyNotCancellable(order) ?? whyNotLines(order, wanted);
  if (why) return refuse(why);
  if (order.status === 'DRAFT') return accept(...takeOffDraft(order, wanted, reason));
  const isAll = isNothingLeft(without(order, wanted));
  return accept(requested(id, reason, isAll ? null : wanted));
};

const isKnown = (order: ExistingOrder, id: string): boolean => order.cancellations.some((known) => known.id === id);

const requested = (cancellationId: string, reason: string, lines: readonly LineQuantity[] | null): OrderEvent => ({
  type: 'CancellationRequested',
  data: { cancellationId, reason, lines: lines && [...lines] },
});

const whyNotLines = (order: ExistingOrder, wanted: readonly LineQuantity[]): Refusal | null => {
  if (wanted.length === 0) return LinesMissing({});
  for (const { lineId, quantity } of wanted) {
    const line = order.lines.find((candidate) => candidate.lineId === lineId);
    if (!line) return LineUnknown({ lineId });
    const open = openQuantity(order, line) - askedFor(order, lineId);
    if (!Number.isInteger(quantity) || quantity < 1 || quantity > open)
      return QuantityNotCancellable({ sku: line.sku, quantity: String(quantity), open });
  }
  return null;
};

/** Pieces of a line that other questions, still open, ask for. */
const askedFor = ({ cancellations }: ExistingOrder, lineId: string): number =>
  cancellations
    .filter(isOpen)
    .flatMap(({ lines }) => lines ?? [])
    .reduce((sum, line) => sum + (line.lineId === lineId ? line.quantity : 0), 0);

/** The order goes on as it was. One that was completed meanwhile stays so, and keeps the answer. */
export const rejectCancellation = (
  { orderId, cancellationId, code, message, returnInstead }: CommandData<typeof orderCommands.RejectCancellation>,
  order: Order,
): Decision<OrderEvent> => {
  if (!order) return refuse(OrderUnknown({ orderId }));
  const meant = cancellationOf(order.cancellations, cancellationId);
  if (!meant || !isOpen(meant)) return nothing;
  const data = { cancellationId: meant.id ?? UNKNOWN, code, message, returnInstead };
  return accept<OrderEvent>({ type: 'CancellationRejected', data });
};
