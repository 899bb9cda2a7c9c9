import { defineProcess, send } from '@waybill/engine';
import { orderEvents } from '@waybill/sales/contract';
import { orderBillingCommands } from '../order-billing/commands.ts';

/** Every order that is placed opens its billing, with billing's own copy of what sales published for it. */
export const openBilling = defineProcess({
  name: 'billing.open',
  startFrom: 'beginning',
  events: [orderEvents.OrderForBilling],
  instance: ({ id }) => id,
  initial: {},
  // It answers at once, and waits for nothing.
  waits: {},
  waiting: () => [],
  react: (state, { id, data }) => {
    const { number, customerId, customerName, billingAddress, currency, prices, terms, lines, channel } = data;
    const buyer = { orderNumber: number, customerId, customerName, billingAddress };
    const order = { orderId: id, ...buyer, currency, prices, terms, lines, channel };
    return { state, commands: [send(orderBillingCommands.OpenBilling, order)] };
  },
});
