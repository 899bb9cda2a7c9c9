export { type Address, address } from './address.ts';
export { orderCommands } from './order/commands.ts';
export { orderEvents } from './order/events.ts';
export { type BillingLine, billingLine, type ShippingLine, shippingLine } from './order/line.ts';
