import { expect, it } from 'vitest';
import { commandSuggestionsFor } from './command-suggestions.ts';

it('offers the types that were seen, somebody, and the type as it is spelled', () => {
  expect(commandSuggestionsFor('place', ['CancelOrder', 'PlaceOrder'])).toEqual([
    { name: 'type', value: 'PlaceOrder' },
    { name: 'actor', value: 'place' },
    { name: 'type', value: 'Place' },
  ]);
  expect(commandSuggestionsFor('place order', ['PlaceOrder'])).toEqual([
    { name: 'type', value: 'PlaceOrder' },
    { name: 'actor', value: 'place order' },
  ]);
});

it('an id with its kind is a stream alone', () => {
  expect(commandSuggestionsFor('order-42', ['PlaceOrder'])).toEqual([{ name: 'stream', value: 'order-42' }]);
});
