import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runBusiness, stories } from './fixtures/business/run-business.ts';

/** SEQUENCES=10000 for the long run. */
const SEQUENCES = Number(process.env.SEQUENCES ?? 100);

it(`whatever people do and whenever machines crash, every order ends well (${SEQUENCES} stories)`, async () => {
  await fc.assert(
    fc.asyncProperty(stories, async ([seed, moves]) => {
      const { faults } = await runBusiness(seed, moves);
      expect(faults).toEqual([]);
    }),
    { numRuns: SEQUENCES },
  );
}, 3_600_000);
