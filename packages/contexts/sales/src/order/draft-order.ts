import type { CommandData } from '@waybill/engine';
import { accept, type Decision, refuse } from '@waybill/kernel';
import type { orderCommands } from './commands.ts';
import { whyNoCurrency } from './currency.ts';
import type { OrderEvent } from './events.ts';
import type { Order } from './order.ts';
import { OrderAlreadyExists } from './refusals.ts';

/** An address may still be missing: it is asked for when the order is placed. */
export const draftOrder = (draft: CommandData<typeof orderCommands.DraftOrder>, order: Order): Decision<OrderEvent> => {
  if (order) return refuse(OrderAlreadyExists({ orderId: draft.orderId }));
  const noCurrency = whyNoCurrency(draft.currency);
  if (noCurrency) return refuse(noCurrency);
  const { number, customerId, customerName, currency, prices, deliveryAddress, billingAddress } = draft;
  const addresses: OrderEvent[] = [];
  if (deliveryAddress)
    addresses.push({ type: 'DeliveryAddressChanged', data: { customerId, address: deliveryAddress } });
  if (billingAddress) addresses.push({ type: 'BillingAddressChanged', data: { customerId, address: billingAddress } });
  return accept<OrderEvent>(
    { type: 'OrderDrafted', data: { number, customerId, customerName, currency, prices } },
    ...addresses,
  );
};
