import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spread } from './spread.ts';

it('gives what is left over to those who were cut most', () => {
  expect(spread(100, [1, 1, 1])).toEqual([34, 33, 33]);
  expect(spread(10, [3, 3, 1])).toEqual([4, 4, 2]);
  expect(spread(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
});

it('has one answer where nothing weighs anything', () => {
  expect([spread(5, [0, 0]), spread(5, []), spread(0, [1, 2])]).toEqual([[5, 0], [], [0, 0]]);
});

it('adds up, and nobody is off its share by a whole unit', () => {
  const weights = fc.array(fc.maxSafeInteger().map(Math.abs), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), weights, (amount, of) => {
      const shares = spread(amount, of);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(amount);
      const total = of.reduce((sum, weight) => sum + weight, 0);
      if (total > 0)
        for (const [index, share] of shares.entries())
          expect(Math.abs(share - (amount * (of[index] ?? 0)) / total)).toBeLessThan(1.001);
    }),
  );
});
