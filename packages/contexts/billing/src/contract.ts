export { companyCommands } from './company/commands.ts';
export { companyEvents } from './company/events.ts';
export { creditNoteCommands } from './credit-note/commands.ts';
export { creditNoteEvents } from './credit-note/events.ts';
export { invoiceCommands } from './invoice/commands.ts';
export { invoiceEvents } from './invoice/events.ts';
export { orderBillingCommands } from './order-billing/commands.ts';
export { orderBillingEvents } from './order-billing/events.ts';
