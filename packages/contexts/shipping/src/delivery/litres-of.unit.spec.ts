import { expect, it } from 'vitest';
import { litresOf } from './litres-of.ts';

const size = { lengthMm: 100, widthMm: 200, heightMm: 50 };

it('adds up what the pieces take up, where all sizes are known', () => {
  expect(
    litresOf([
      { quantity: 3, size },
      { quantity: 1, size: { ...size, heightMm: 25 } },
    ]),
  ).toBe(3.5);
  expect(
    litresOf([
      { quantity: 3, size },
      { quantity: 1, size: null },
    ]),
  ).toBeNull();
  expect(litresOf([{ quantity: 1 }])).toBeNull();
});
