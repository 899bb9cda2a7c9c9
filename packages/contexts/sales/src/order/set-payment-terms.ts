import type { CommandData } from '@waybill/engine';
import { accept, type Decision, nothing, refuse } from '@waybill/kernel';
import type { orderCommands } from './commands.ts';
import type { OrderEvent } from './events.ts';
import type { Order } from './order.ts';
import { whyNotEditable } from './preconditions.ts';
import { OrderUnknown } from './refusals.ts';

export const setPaymentTerms = (
  { orderId, terms }: CommandData<typeof orderCommands.SetPaymentTerms>,
  order: Order,
): Decision<OrderEvent> => {
  if (!order) return refuse(OrderUnknown({ orderId }));
  const why = whyNotEditable(order);
  if (why) return refuse(why);
  return order.terms === terms ? nothing : accept<OrderEvent>({ type: 'PaymentTermsChanged', data: { terms } });
};
