import { expect, it } from 'vitest';
import { parseDiscount } from './discount-text.ts';

it('tells per cent from an amount', () => {
  expect(parseDiscount('12.5 %', 'GBP')).toEqual({ percent: '12.5' });
  expect(parseDiscount('10%', 'GBP')).toEqual({ percent: '10' });
  expect(parseDiscount(' £5.00 ', 'GBP')).toEqual({ amount: 500 });
  expect(parseDiscount('500', 'JPY')).toEqual({ amount: 500 });
});

it('takes nothing that is no discount', () => {
  for (const text of ['', '0', '0 %', '101 %', '-5', 'five', '5.005']) expect(parseDiscount(text, 'GBP')).toBeNull();
});
