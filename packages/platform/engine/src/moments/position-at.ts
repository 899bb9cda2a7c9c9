import { setTimeout as wait } from 'node:timers/promises';
import { readTick, tick } from '@waybill/event-store/ticks';
import type { Pool } from 'pg';
import { NoSuchMoment } from './moment.ts';

/** How long an instant that is not over yet is waited for, in milliseconds. */
const PATIENCE = 3_000;
const PAUSE = 50;
/** Whoever asks for what was just known makes a tick, but not more often than this, in milliseconds. */
const GAP = 100;

/** The position up to which the log was known at an instant: the same answer forever. Throws {@link NoSuchMoment}. */
export type PositionAt = (instant: Date) => Promise<number>;

export const createPositionAt =
  (pool: Pool): PositionAt =>
  async (instant) => {
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      const { position, settled, ahead } = await readTick(pool, instant);
      if (settled) return position;
      if (ahead > PATIENCE || Date.now() >= deadline)
        throw new NoSuchMoment(
          `What will be known at ${instant.toISOString()} is not known yet: name an instant that is over.`,
        );
      // The tick after an instant can be made by whoever waits for it.
      if (ahead > 0 || !(await tick(pool, { gap: GAP, rest: 0 }))) await wait(PAUSE);
    }
  };
