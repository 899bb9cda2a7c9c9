import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runBusiness, stories } from './fixtures/business/run-business.ts';

/** SEQUENCES=10000 for the long run, which tells other stories every time; SEED tells those of a run again. */
const SEQUENCES = Number(process.env.SEQUENCES ?? 80);
const seed = process.env.SEED ?? (process.env.SEQUENCES ? undefined : 20_261_128);

it(`whatever people do and whenever machines crash, every order ends well (${SEQUENCES} stories)`, async () => {
  await fc.assert(
    fc.asyncProperty(stories, async ([chance, moves]) => {
      const { faults } = await runBusiness(chance, moves);
      expect(faults).toEqual([]);
    }),
    // A story that ends badly takes long to tell: it is not told a hundred times over to make it shorter.
    { numRuns: SEQUENCES, endOnFailure: true, ...(seed === undefined ? {} : { seed: Number(seed) }) },
  );
}, 3_600_000);
