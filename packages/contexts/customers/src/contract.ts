export { type Address, address } from './address.ts';
export { customerCommands } from './customer/commands.ts';
export { customerEvents } from './customer/events.ts';
