import type { Pool } from 'pg';
import { readNewest, readSeals } from './read-seals.ts';
import type { Seal } from './seal.ts';

/** The chain lost a seal that was there, or holds another one in its place. */
export class ChainChanged extends Error {
  override readonly name = 'ChainChanged';
  constructor(seen: Seal) {
    super(
      `Nothing more is sealed here: seal ${seen.number} is not in the chain any more as it was seen at ${seen.sealedAt}. ` +
        'Run `npm run verify -- --head FILE` with a head that was kept; if it was a backup that was restored, start the workers again.',
    );
  }
}

/**
 * Whoever can cut seals off could have the workers sign what was changed: so a worker signs nothing on a chain that lacks
 * the newest seal it has seen. It holds for as long as the process lives; what holds for longer is a head that is kept.
 */
export const rememberChain = (pool: Pool) => {
  let seen: Seal | undefined;
  return async (): Promise<void> => {
    if (seen) {
      const [now] = await readSeals(pool, seen.number - 1, { until: seen.number, limit: 1 });
      if (now?.hash !== seen.hash) throw new ChainChanged(seen);
    }
    seen = (await readNewest(pool)) ?? seen;
  };
};
