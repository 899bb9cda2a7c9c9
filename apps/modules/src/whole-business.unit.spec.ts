import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ACTIONS } from './fixtures/business/actions.ts';
import { type Move, runBusiness } from './fixtures/business/run-business.ts';

/** SEQUENCES=10000 for the long run. */
const SEQUENCES = Number(process.env.SEQUENCES ?? 200);

const move: fc.Arbitrary<Move> = fc.record({
  action: fc.constantFrom(...ACTIONS),
  which: fc.nat(1_000),
  how: fc.nat(1_000),
  steps: fc.nat(12),
});

it(`whatever people do and whenever machines crash, every order ends well (${SEQUENCES} stories)`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), fc.array(move, { maxLength: 40, size: 'max' }), async (seed, moves) => {
      const { faults } = await runBusiness(seed, moves);
      expect(faults).toEqual([]);
    }),
    { numRuns: SEQUENCES },
  );
}, 3_600_000);
