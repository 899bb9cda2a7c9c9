import type { Pool } from 'pg';
import { tick } from './tick.ts';

const EVERY = 1_000;
/** Several workers come to one tick a second. */
const GAP = 800;
const REST = 60_000;

/** Periodic work of the workers: a tick a second while something changes, one a minute while nothing does. */
export const tickingChore = (pool: Pool) => ({
  name: 'es.ticks',
  everyMs: EVERY,
  async run(): Promise<void> {
    await tick(pool, { gap: GAP, rest: REST });
  },
});
