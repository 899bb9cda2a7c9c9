export { orderPaymentCommands } from './order-payment/commands.ts';
export { orderPaymentEvents } from './order-payment/events.ts';
export { paymentReferenceEvents } from './payment-reference/events.ts';
