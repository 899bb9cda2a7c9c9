import { expect, it } from 'vitest';
import { derivedId, isId, newId } from './ids.ts';

it('derives the same id from the same names, and another from names that only join alike', () => {
  expect(derivedId('payment', 'bank', '7')).toBe(derivedId('payment', 'bank', '7'));
  expect(derivedId('a', 'bc')).not.toBe(derivedId('ab', 'c'));
  expect(isId(derivedId('a'))).toBe(true);
});

it('makes new ids in the order of time', () => {
  const ids = Array.from({ length: 1_000 }, newId);
  expect(ids).toEqual([...ids].sort());
  expect(new Set(ids).size).toBe(1_000);
  expect(isId('order 42')).toBe(false);
});
