import fc from 'fast-check';
import { expect, it } from 'vitest';
import { documentTotals } from './document.ts';

const line = fc.record({
  amount: fc.integer({ min: 0, max: 10_000_000 }),
  taxCode: fc.constantFrom('STANDARD', 'REDUCED', 'NOT_STATED'),
  taxRate: fc.constantFrom('20', '17.5', '5', '0'),
});

it('computes tax once per rate over the document, not line by line', () => {
  const lines = [0, 1, 2].map(() => ({ amount: 3, taxCode: 'STANDARD', taxRate: '20' }));
  // 3 × 0.6 would round to 3 × 1; the document's tax is round(9 × 20 %) = 2.
  expect(documentTotals(lines)).toEqual({
    net: 9,
    tax: 2,
    total: 11,
    taxes: [{ taxCode: 'STANDARD', taxRate: '20', net: 9, tax: 2 }],
  });
});

it('adds up, whatever the order of the lines', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
      const totals = documentTotals(lines);
      expect(totals.net).toBe(lines.reduce((sum, { amount }) => sum + amount, 0));
      expect(totals.total).toBe(totals.net + totals.tax);
      expect(totals.taxes.reduce((sum, { tax }) => sum + tax, 0)).toBe(totals.tax);
      expect(documentTotals([...lines].reverse()).total).toBe(totals.total);
    }),
  );
});

it('takes the tax out of the sum of each rate, where prices are gross', () => {
  const lines = [0, 1, 2].map(() => ({ amount: 3, taxCode: 'STANDARD', taxRate: '20' }));
  // 9 / 1.2 is 7.5: 8 and 1. Line by line it would be 3 × (3 and 0).
  expect(documentTotals(lines, 'GROSS')).toEqual({
    net: 8,
    tax: 1,
    total: 9,
    taxes: [{ taxCode: 'STANDARD', taxRate: '20', net: 8, tax: 1 }],
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (drawn) => {
      const { net, tax, total, taxes } = documentTotals(drawn, 'GROSS');
      expect(total).toBe(drawn.reduce((sum, { amount }) => sum + amount, 0));
      expect(total).toBe(net + tax);
      expect(taxes.every((group) => group.net >= 0 && group.tax >= 0)).toBe(true);
    }),
  );
});

it('of nothing is nothing', () => {
  expect(documentTotals([])).toEqual({ net: 0, tax: 0, total: 0, taxes: [] });
});
