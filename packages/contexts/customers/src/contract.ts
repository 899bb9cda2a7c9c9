export { type Address, address } from './address.ts';
export { creditLineCommands } from './credit-line/commands.ts';
export { creditLineIdOf } from './credit-line/credit-line-id.ts';
export { creditLineEvents } from './credit-line/events.ts';
export { customerCommands } from './customer/commands.ts';
export { customerEvents } from './customer/events.ts';
