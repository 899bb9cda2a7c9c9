import { expect, it } from 'vitest';
import { addressOf, indexAt } from './moments.ts';

const events = [{ position: 3 }, { position: 8 }, { position: 9 }];

it('stands at the last event up to a position, and at the last one of all where none is named', () => {
  expect(['', '2', '3', '7', '8', '500'].map((position) => indexAt(events, position))).toEqual([2, 0, 0, 0, 1, 2]);
});

it('keeps a moment in the address, and nothing for now', () => {
  expect(addressOf(events, { from: null, to: 2 })).toEqual({ at: '', from: '' });
  expect(addressOf(events, { from: 0, to: 1 })).toEqual({ at: '8', from: '3' });
});
