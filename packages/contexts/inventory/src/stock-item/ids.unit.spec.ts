import { expect, it } from 'vitest';
import { placeOf, reservationIdOf, stockIdOf } from './ids.ts';

it('names a stock item by SKU and warehouse, in one spelling', () => {
  expect(stockIdOf(' 85123a ')).toBe('85123A@MAIN');
  expect(stockIdOf('mug', 'leeds')).toBe('MUG@LEEDS');
});

it.each([
  ['85123A@MAIN', { sku: '85123A', warehouse: 'MAIN' }],
  ['A@B@MAIN', { sku: 'A@B', warehouse: 'MAIN' }],
  ['mug@MAIN', null],
  ['@MAIN', null],
  ['MUG@', null],
  ['MUG', null],
])('reads %s', (stockId, place) => {
  expect(placeOf(stockId)).toEqual(place);
});

it('gives the reservation of a line one id', () => {
  expect(reservationIdOf('o-1', 'L1')).toBe(reservationIdOf('o-1', 'L1'));
  expect(reservationIdOf('o-1', 'L1')).not.toBe(reservationIdOf('o-1', 'L2'));
});
