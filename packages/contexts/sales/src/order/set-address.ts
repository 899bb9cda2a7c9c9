import { isDeepStrictEqual } from 'node:util';
import type { CommandData } from '@waybill/engine';
import { accept, type Decision, nothing, refuse } from '@waybill/kernel';
import type { orderCommands } from './commands.ts';
import type { OrderEvent } from './events.ts';
import type { Order } from './order.ts';
import { whyNotEditable } from './preconditions.ts';
import { AddressMissing, OrderUnknown } from './refusals.ts';

export const setDeliveryAddress = (
  { orderId, address }: CommandData<typeof orderCommands.SetDeliveryAddress>,
  order: Order,
): Decision<OrderEvent> => {
  if (!order) return refuse(OrderUnknown({ orderId }));
  const why = whyNotEditable(order) ?? (address ? null : AddressMissing({ address: 'delivery' }));
  if (why) return refuse(why);
  if (isDeepStrictEqual(order.deliveryAddress, address)) return nothing;
  return accept<OrderEvent>({ type: 'DeliveryAddressChanged', data: { customerId: order.customerId, address } });
};

export const setBillingAddress = (
  { orderId, address }: CommandData<typeof orderCommands.SetBillingAddress>,
  order: Order,
): Decision<OrderEvent> => {
  if (!order) return refuse(OrderUnknown({ orderId }));
  const why = whyNotEditable(order) ?? (address ? null : AddressMissing({ address: 'billing' }));
  if (why) return refuse(why);
  if (isDeepStrictEqual(order.billingAddress, address)) return nothing;
  return accept<OrderEvent>({ type: 'BillingAddressChanged', data: { customerId: order.customerId, address } });
};
