import { expect, it } from 'vitest';
import { suggestionsFor } from './filter-suggestions.ts';

const types = ['DeliveryPlanned', 'OrderConfirmed', 'OrderPlaced'];
const id = '0190a2c4-0000-7000-8000-000000000001';

it('words find types, and may be somebody’s name', () => {
  expect(suggestionsFor('placed ord', types)).toEqual([
    { name: 'type', value: 'OrderPlaced' },
    { name: 'actor', value: 'placed ord' },
  ]);
  expect(suggestionsFor('orderconf', types)[0]).toEqual({ name: 'type', value: 'OrderConfirmed' });
  expect(suggestionsFor('Ana', types)).toEqual([{ name: 'actor', value: 'Ana' }]);
});

it('an id is a story, an id with its kind a stream', () => {
  expect(suggestionsFor(id, types)).toEqual([{ name: 'correlation', value: id }]);
  expect(suggestionsFor(` order-${id} `, types)).toEqual([{ name: 'stream', value: `order-${id}` }]);
  expect(suggestionsFor('invoiceSeries-2026', types)).toEqual([{ name: 'stream', value: 'invoiceSeries-2026' }]);
});

it('nothing typed shows what there is', () => {
  expect(suggestionsFor('', types).map(({ value }) => value)).toEqual(types);
});
