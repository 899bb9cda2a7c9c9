export { accountIdOf, accountNamed, isSystemAccount } from './account/account-id.ts';
export { accountCommands } from './account/commands.ts';
export { accountEvents } from './account/events.ts';
export { moneyTransferCommands } from './money-transfer/commands.ts';
export { moneyTransferEvents } from './money-transfer/events.ts';
export { orderPaymentCommands } from './order-payment/commands.ts';
export { orderPaymentEvents } from './order-payment/events.ts';
export { paymentReferenceEvents } from './payment-reference/events.ts';
