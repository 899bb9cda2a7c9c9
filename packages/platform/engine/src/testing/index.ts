export { context, specOf } from './aggregate-spec.ts';
export { recorded } from './recorded.ts';
export { type Chance, chanceOf } from './world/chance.ts';
export { createWorld, type SendOptions, type World, type WorldOptions } from './world/world.ts';
export type { Answer } from './world/world-commands.ts';
