import { expect, it } from 'vitest';
import { readSize, typedSize } from './piece-size.ts';

const size = { lengthMm: 120, widthMm: 90, heightMm: 100 };

it.each(['120 × 90 × 100', '120x90x100', ' 120 90 100 ', '120, 90, 100'])('reads %s', (text) =>
  expect(readSize(text)).toEqual(size),
);
it('reads nothing as no size, and what is none as a fault', () => {
  expect(readSize('  ')).toBeNull();
  for (const text of ['120', '120 × 90', '0 × 1 × 1', 'large']) expect(readSize(text)).toBeUndefined();
});
it('types what it reads', () => expect(readSize(typedSize(size))).toEqual(size));
