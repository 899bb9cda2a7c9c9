import fc from 'fast-check';
import { expect, it } from 'vitest';
import { percentOf } from './percent-of.ts';
import { priceWithTax, withoutTax } from './price-basis.ts';

it('takes the tax out of an amount, half-up', () => {
  expect([withoutTax(120, '20'), withoutTax(100, '20'), withoutTax(3, '20'), withoutTax(999, '17.5')]).toEqual([
    ...[100, 83, 3, 850],
  ]);
  expect([withoutTax(0, '20'), withoutTax(750, '0'), withoutTax(1, '100')]).toEqual([0, 750, 1]);
});

it('is never off what the tax on top comes to by more than a unit, and gives more for more', () => {
  const rate = fc.constantFrom('0', '5', '17.5', '20', '100');
  fc.assert(
    fc.property(fc.nat(10_000_000), rate, (gross, taxRate) => {
      const net = withoutTax(gross, taxRate);
      expect(Math.abs(net + percentOf(net, taxRate) - gross)).toBeLessThanOrEqual(1);
      const more = withoutTax(gross + 1, taxRate);
      expect([net, net + 1]).toContain(more);
    }),
  );
});

it('puts the tax on a price, with the decimals that it has', () => {
  expect(priceWithTax('1.69', '20', 'GBP')).toBe('2.03');
  expect(priceWithTax('0.665', '20', 'GBP')).toBe('0.798');
  expect(priceWithTax('0.001', '20', 'GBP')).toBe('0.001');
  expect(priceWithTax('4', '17.5', 'GBP')).toBe('4.70');
  expect(priceWithTax('1500', '10', 'JPY')).toBe('1650');
  expect(priceWithTax('2.5500', '0', 'GBP')).toBe('2.55');
});
