import fc from 'fast-check';
import { expect, it } from 'vitest';
import { storable, unstorablePath } from './storable.ts';

it('names the field whose text cannot be stored', () => {
  expect(unstorablePath({ lines: [{ sku: 'A' }, { sku: 'B\u0000' }] })).toBe('lines.1.sku');
  expect(unstorablePath({ name: '\ud800 half a character' })).toBe('name');
  expect(unstorablePath({ name: 'whole 😀', amount: 1, none: null })).toBeUndefined();
});

it('always comes to something that can be stored, and leaves the rest as it is', () => {
  fc.assert(
    fc.property(
      fc.object({
        key: fc.string({ unit: 'binary' }),
        values: [fc.string({ unit: 'binary' })],
        maxDepth: 2,
        maxKeys: 3,
      }),
      (value) => {
        expect(unstorablePath(storable(value))).toBeUndefined();
      },
    ),
  );
  expect(storable({ a: ['x', 1, null, true] })).toEqual({ a: ['x', 1, null, true] });
});
