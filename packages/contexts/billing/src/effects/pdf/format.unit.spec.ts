import { expect, it } from 'vitest';
import { figure, longDate, longTax, price, shortTax } from './format.ts';

it('writes figures as people read them', () => {
  expect(figure(123_456_789, 'GBP')).toBe('1,234,567.89');
  expect(figure(-5, 'GBP')).toBe('-0.05');
  expect(figure(1_500, 'JPY')).toBe('1,500');
});

it('writes unit prices with every digit they have', () => {
  expect(['2.5', '0.001', '1234', '0.6650'].map((text) => price(text, 'GBP'))).toEqual([
    '2.50',
    '0.001',
    '1,234.00',
    '0.665',
  ]);
  expect(price('1500', 'JPY')).toBe('1,500');
});

it('writes days and taxes', () => {
  expect(longDate('2010-12-01')).toBe('1 December 2010');
  expect([shortTax('STANDARD', '20'), longTax('REDUCED', '17.5')]).toEqual(['20%', 'VAT 17.5%']);
  expect([shortTax('NOT_STATED', '0'), longTax('NOT_STATED', '0')]).toEqual(['–', 'Tax not stated']);
});
