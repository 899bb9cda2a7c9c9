export { readTick, type TickAt } from './read-tick.ts';
export { type TickOptions, tick } from './tick.ts';
export { tickingChore } from './ticking-chore.ts';
