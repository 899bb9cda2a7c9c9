import type { CommandData, DecisionContext } from '@waybill/engine';
import { accept, type Decision, nothing, refuse } from '@waybill/kernel';
import { countOf, plus, tooManyOf } from '../pieces.ts';
import { DeliveryUnknown, ReturnExceedsDelivery } from '../refusals.ts';
import type { deliveryCommands } from './commands.ts';
import { type Delivery, returnableOf } from './delivery.ts';
import type { DeliveryEvent } from './events.ts';
import { goodsOf } from './goods-of.ts';
import { whyNothingReturnable, whyNotReceivable, whyNotRetryable } from './preconditions.ts';

type Commands = typeof deliveryCommands;

/** Somebody wants to send goods back: never more than left with this delivery, over all its returns. */
export const requestReturn = (
  { deliveryId, lines, reason, ...asked }: CommandData<Commands['RequestReturn']>,
  delivery: Delivery,
  { commandId }: DecisionContext,
): Decision<DeliveryEvent> => {
  if (!delivery) return refuse(DeliveryUnknown({ deliveryId }));
  const returnId = asked.returnId ?? commandId;
  if (delivery.returns.has(returnId)) return nothing;
  const why = whyNothingReturnable(deliveryId, delivery);
  if (why) return refuse(why);
  const available = returnableOf(delivery);
  const count = lines ? countOf(lines) : available;
  const tooMany = tooManyOf(count, available);
  if (tooMany) return refuse(ReturnExceedsDelivery({ lineId: tooMany.lineId, available: tooMany.quantity }));
  const { orderId } = delivery;
  return accept({
    type: 'ReturnRequested',
    data: { orderId, returnId, lines: goodsOf(delivery.lines, count), reason },
  });
};

/** What came back, as it was found; less than was asked for closes the return too. A parcel that nobody announced counts as well. */
export const receiveReturn = (
  { deliveryId, lines, ...told }: CommandData<Commands['ReceiveReturn']>,
  delivery: Delivery,
  { commandId }: DecisionContext,
): Decision<DeliveryEvent> => {
  if (!delivery) return refuse(DeliveryUnknown({ deliveryId }));
  const returnId = told.returnId ?? commandId;
  const announced = delivery.returns.get(returnId);
  if (announced?.received) return nothing;
  const why = whyNotReceivable(deliveryId, delivery.status);
  if (why) return refuse(why);
  const tooMany = tooManyOf(countOf(lines), plus(returnableOf(delivery), announced?.lines ?? []));
  if (tooMany) return refuse(ReturnExceedsDelivery({ lineId: tooMany.lineId, available: tooMany.quantity }));
  const skus = new Map(delivery.lines.map(({ lineId, sku }) => [lineId, sku]));
  const { orderId } = delivery;
  const received = lines.map((line) => ({ ...line, sku: skus.get(line.lineId) ?? '' }));
  return accept({ type: 'ReturnReceived', data: { orderId, returnId, lines: received } });
};

/** The carrier brings a failed delivery home: from here on it is a return of everything that is not asked back yet. */
export const sendBackDelivery = (
  { deliveryId, ...asked }: CommandData<Commands['SendBackDelivery']>,
  delivery: Delivery,
  { commandId }: DecisionContext,
): Decision<DeliveryEvent> => {
  if (!delivery) return refuse(DeliveryUnknown({ deliveryId }));
  if (delivery.status === 'RETURNING') return nothing;
  const why = whyNotRetryable(delivery.status);
  if (why) return refuse(why);
  const { orderId } = delivery;
  const reason = asked.reason ?? 'It could not be delivered';
  const returnId = asked.returnId ?? commandId;
  const lines = goodsOf(delivery.lines, returnableOf(delivery));
  const sentBack: DeliveryEvent = { type: 'DeliverySentBack', data: { orderId, reason } };
  return lines.length === 0 || delivery.returns.has(returnId)
    ? accept(sentBack)
    : accept<DeliveryEvent>(sentBack, { type: 'ReturnRequested', data: { orderId, returnId, lines, reason } });
};
