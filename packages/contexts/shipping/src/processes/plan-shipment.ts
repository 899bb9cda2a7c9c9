import { defineProcess, send } from '@waybill/engine';
import { orderEvents } from '@waybill/sales/contract';
import { shipmentPlanCommands } from '../shipment-plan/commands.ts';

/** Every order that is placed gets a plan, with shipping's own copy of what sales published for it. */
export const planShipment = defineProcess({
  name: 'shipping.plan',
  startFrom: 'beginning',
  events: [orderEvents.OrderForShipping],
  instance: ({ id }) => id,
  initial: {},
  // It answers at once, and waits for nothing.
  waits: {},
  waiting: () => [],
  react: (state, { id, data }) => {
    const { number, customerId, customerName, deliveryAddress, lines } = data;
    const order = { orderNumber: number, customerId, customerName, deliveryAddress, lines };
    return { state, commands: [send(shipmentPlanCommands.PlanShipment, { orderId: id, ...order })] };
  },
});
