import { expect, it } from 'vitest';
import { isNews, pathText, valueText } from './changes.ts';

it('names a value by its place, without ids', () => {
  expect(pathText(['status'])).toBe('Status');
  expect(pathText(['deliveries', '0194a000-0000-7000-8000-00000000000a', 'trackingNumber'])).toBe(
    'Deliveries · tracking number',
  );
});

it('shows values as people read them', () => {
  expect([null, { amount: 1836, currency: 'GBP' }, 'PARTIALLY_PAID', 6, ['a', 'b'], 'Ana'].map(valueText)).toEqual([
    '—',
    '£18.36',
    'Partially paid',
    '6',
    'a, b',
    'Ana',
  ]);
});

it('leaves out what only counts on', () => {
  const change = (...path: string[]) => ({ path, before: 1, after: 2 });
  expect([change('version'), change('payment', 'orderId'), change('paid')].map(isNews)).toEqual([false, false, true]);
});
