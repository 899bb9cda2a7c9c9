import { isDeepStrictEqual } from 'node:util';
import type { CommandData } from '@waybill/engine';
import { accept, type Decision, lineAmount, nothing, refuse } from '@waybill/kernel';
import type { orderCommands } from './commands.ts';
import { atListPrice } from './discount.ts';
import type { OrderEvent } from './events.ts';
import type { OrderLine } from './line.ts';
import { chargeLine, goodsLine } from './new-line.ts';
import type { ExistingOrder, Order } from './order.ts';
import { whyNoLine, whyNotEditable, whyNotLine, whyNotQuantity, whyTooLarge } from './preconditions.ts';
import { LineAlreadyExists, LineUnknown, OrderUnknown } from './refusals.ts';

export const addItemToOrder = (
  item: CommandData<typeof orderCommands.AddItemToOrder>,
  order: Order,
): Decision<OrderEvent> => {
  if (!order) return refuse(OrderUnknown({ orderId: item.orderId }));
  const why = whyNotEditable(order) ?? whyNotLine(item, order.currency);
  return why ? refuse(why) : addLine('ItemAddedToOrder', goodsLine(item), order);
};

export const addChargeToOrder = (
  charge: CommandData<typeof orderCommands.AddChargeToOrder>,
  order: Order,
): Decision<OrderEvent> => {
  if (!order) return refuse(OrderUnknown({ orderId: charge.orderId }));
  const why = whyNotEditable(order) ?? whyNotLine({ ...charge, sku: charge.code }, order.currency);
  return why ? refuse(why) : addLine('ChargeAddedToOrder', chargeLine(charge), order);
};

/** The same line again, by its id, is the first one. */
const addLine = (
  type: 'ItemAddedToOrder' | 'ChargeAddedToOrder',
  line: OrderLine,
  order: ExistingOrder,
): Decision<OrderEvent> => {
  const known = order.lines.find(({ lineId }) => lineId === line.lineId);
  if (!known) {
    const why = whyTooLarge([...order.lines.map(atListPrice), line]);
    return why ? refuse(why) : accept<OrderEvent>({ type, data: { line } });
  }
  return isDeepStrictEqual(atListPrice(known), line) ? nothing : refuse(LineAlreadyExists({ lineId: line.lineId }));
};

export const changeItemQuantity = (
  { orderId, lineId, quantity }: CommandData<typeof orderCommands.ChangeItemQuantity>,
  order: Order,
): Decision<OrderEvent> => {
  if (!order) return refuse(OrderUnknown({ orderId }));
  const line = order.lines.find((candidate) => candidate.lineId === lineId);
  const locked = whyNotEditable(order);
  if (locked) return refuse(locked);
  if (!line) return refuse(LineUnknown({ lineId }));
  const why = whyNotQuantity(line.sku, quantity);
  if (why) return refuse(why);
  if (line.quantity === quantity) return nothing;
  const amount = lineAmount(quantity, line.unitPrice, order.currency);
  const others = order.lines.filter((other) => other !== line).map(atListPrice);
  const tooLarge = whyTooLarge([...others, { sku: line.sku, amount }]);
  if (tooLarge) return refuse(tooLarge);
  return accept<OrderEvent>({ type: 'ItemQuantityChanged', data: { lineId, quantity, amount } });
};

export const removeItemFromOrder = (
  { orderId, lineId }: CommandData<typeof orderCommands.RemoveItemFromOrder>,
  order: Order,
): Decision<OrderEvent> => {
  if (!order) return refuse(OrderUnknown({ orderId }));
  const why = whyNotEditable(order) ?? whyNoLine(order, lineId);
  return why ? refuse(why) : accept<OrderEvent>({ type: 'ItemRemovedFromOrder', data: { lineId } });
};
