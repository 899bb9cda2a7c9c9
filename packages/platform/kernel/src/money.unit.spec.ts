import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exponentOf, formatMoney, lineAmount, majorUnits, minorUnits } from './money.ts';

describe('a line', () => {
  it('is rounded half-up to the minor unit, once', () => {
    expect(lineAmount(3, '2.55', 'GBP')).toBe(765);
    expect(lineAmount(5, '0.001', 'GBP')).toBe(1);
    expect(lineAmount(4, '0.001', 'GBP')).toBe(0);
    expect(lineAmount(1, '0.5', 'JPY')).toBe(1);
    expect(lineAmount(1, '0.0005', 'KWD')).toBe(1);
  });

  it('is off the exact product by half a minor unit at most', () => {
    const price = fc.tuple(fc.nat(1_000_000), fc.nat(999)).map(([whole, rest]) => [whole, rest] as const);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), price, (quantity, [whole, thousandths]) => {
        const exact = BigInt(quantity) * (BigInt(whole) * 1000n + BigInt(thousandths));
        const rounded = BigInt(lineAmount(quantity, `${whole}.${String(thousandths).padStart(3, '0')}`, 'GBP')) * 10n;
        const error = rounded - exact;
        return error > -5n && error <= 5n;
      }),
    );
  });
});

describe('money', () => {
  it('goes from text to minor units and back without loss, in currencies of 0, 2 and 3 decimals', () => {
    fc.assert(
      fc.property(fc.constantFrom('GBP', 'JPY', 'KWD', 'BHD'), fc.maxSafeInteger(), (currency, amount) => {
        expect(minorUnits(majorUnits({ amount, currency }), currency)).toBe(amount);
      }),
    );
  });

  it('refuses decimals that the currency does not have', () => {
    expect(() => minorUnits('1.005', 'GBP')).toThrow(RangeError);
    expect(exponentOf('JPY')).toBe(0);
  });

  it('reads as people write it', () => {
    expect(formatMoney({ amount: 5_896_079, currency: 'GBP' })).toBe('£58,960.79');
    expect(formatMoney({ amount: -32_523, currency: 'GBP' })).toBe('-£325.23');
    for (const currency of ['pounds', 'constructor', '__proto__'])
      expect(formatMoney({ amount: 32_523, currency })).toBe(`325.23 ${currency}`);
  });
});
