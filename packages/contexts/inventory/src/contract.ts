export { stockItemCommands } from './stock-item/commands.ts';
export { stockItemEvents } from './stock-item/events.ts';
export { MAIN_WAREHOUSE, reservationIdOf, stockIdOf } from './stock-item/ids.ts';
