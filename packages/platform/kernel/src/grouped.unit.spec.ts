import { expect, it } from 'vitest';
import { grouped } from './grouped.ts';

it('keeps the order of the groups and of what is in them', () => {
  const words = ['pear', 'fig', 'plum', 'date', 'fog'];
  expect([...grouped(words, (word) => word[0])]).toEqual([
    ['p', ['pear', 'plum']],
    ['f', ['fig', 'fog']],
    ['d', ['date']],
  ]);
});
