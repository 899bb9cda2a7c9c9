import { expect, it } from 'vitest';
import { chosenOf, type FilterName, filterOf, withChosen, withoutChosen } from './event-filter.ts';

const address = (search: string) => {
  const params = new URLSearchParams(search);
  return (name: FilterName) => params.get(name) ?? '';
};

it('an address says what is asked for', () => {
  const get = address('type=OrderPlaced,OrderConfirmed&actor=Ana&from=2026-11-27T10:00:00Z&to=soon');
  expect(filterOf(get)).toEqual({
    types: ['OrderPlaced', 'OrderConfirmed'],
    stream: null,
    actor: 'Ana',
    correlationId: null,
    from: '2026-11-27T10:00:00.000Z',
    to: null,
  });
});

it('types add up, each with a chip of its own; anything else replaces', () => {
  const get = address('type=OrderPlaced&actor=Ana');
  expect(withChosen(get, { name: 'type', value: 'OrderConfirmed' })).toEqual({ type: 'OrderPlaced,OrderConfirmed' });
  expect(withChosen(get, { name: 'type', value: 'OrderPlaced' })).toEqual({ type: 'OrderPlaced' });
  expect(withChosen(get, { name: 'actor', value: 'Ben' })).toEqual({ actor: 'Ben' });
  expect(chosenOf(get)).toEqual([
    { name: 'type', value: 'OrderPlaced' },
    { name: 'actor', value: 'Ana' },
  ]);
});

it('a chip is taken away alone', () => {
  const get = address('type=OrderPlaced,OrderConfirmed&actor=Ana');
  expect(withoutChosen(get, { name: 'type', value: 'OrderPlaced' })).toEqual({ type: 'OrderConfirmed' });
  expect(withoutChosen(get, { name: 'actor', value: 'Ana' })).toEqual({ actor: '' });
});
