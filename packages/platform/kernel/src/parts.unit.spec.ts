import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentTotals } from './document.ts';
import { lineTaxes } from './line-taxes.ts';
import { lineAmount } from './money.ts';
import { documentPart, proportion } from './parts.ts';

const three = { lineId: 'a', quantity: 3, amount: 1_000, taxCode: 'STANDARD', taxRate: '20', discount: 50 };
const take = (pieces: number, taken = 0) => documentPart([three], new Map([['a', taken]]), new Map([['a', pieces]]));

describe('parts of a document', () => {
  it('take what has come together, less what was taken', () => {
    const parts = [take(1), take(1, 1), take(1, 2)];
    expect(parts.map(({ net, tax, total }) => [net, tax, total])).toEqual([
      [333, 67, 400],
      [334, 66, 400],
      [333, 67, 400],
    ]);
    expect(parts.map(({ lines }) => lines[0]?.discount)).toEqual([17, 16, 17]);
  });

  it('take the tax out of what has come together, where prices are gross', () => {
    const parts = [0, 1, 2].map((taken) =>
      documentPart([three], new Map([['a', taken]]), new Map([['a', 1]]), 'GROSS'),
    );
    expect(parts.map(({ net, tax, total }) => [net, tax, total])).toEqual([
      [278, 55, 333],
      [278, 56, 334],
      [277, 56, 333],
    ]);
  });

  it('of everything at once is the document', () => {
    expect(take(3)).toEqual({ lines: [three], ...documentTotals([three]) });
    expect(take(0)).toEqual({ lines: [], net: 0, tax: 0, total: 0, taxes: [] });
  });

  it('cannot be more than there is', () => {
    expect(() => take(2, 2)).toThrow(RangeError);
  });

  const line = fc
    .record({
      quantity: fc.integer({ min: 1, max: 40 }),
      unitPrice: fc.nat(99_999).map((thousandths) => (thousandths / 1_000).toFixed(3)),
      taxRate: fc.constantFrom('20', '17.5', '5', '0'),
    })
    .map(({ taxRate, ...rest }) => ({ ...rest, taxRate, taxCode: `T${taxRate}` }));

  it('add up to the whole, per line, per rate and in all, in whatever steps and currency', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('JPY', 'GBP', 'KWD'),
        fc.constantFrom('NET', 'GROSS'),
        fc.array(line, { minLength: 1, maxLength: 5 }),
        fc.array(fc.array(fc.nat(12), { maxLength: 5 }), { maxLength: 8 }),
        (currency, prices, drawn, steps) => {
          const lines = drawn.map((one, index) => ({
            ...one,
            lineId: String(index),
            amount: lineAmount(one.quantity, one.unitPrice, currency),
          }));
          const taken = new Map(lines.map(({ lineId }) => [lineId, 0]));
          const left = (id: string) => (lines[Number(id)]?.quantity ?? 0) - (taken.get(id) ?? 0);
          const parts = [...steps, lines.map(() => Number.MAX_SAFE_INTEGER)].map((step) => {
            const pieces = new Map(lines.map(({ lineId }, at) => [lineId, Math.min(step[at] ?? 0, left(lineId))]));
            const part = documentPart(lines, taken, pieces, prices);
            for (const [id, count] of pieces) taken.set(id, (taken.get(id) ?? 0) + count);
            return part;
          });
          const sum = (of: (part: (typeof parts)[number]) => number) => parts.reduce((all, part) => all + of(part), 0);
          const whole = documentTotals(lines, prices);
          expect([sum(({ net }) => net), sum(({ tax }) => tax), sum(({ total }) => total)]).toEqual([
            whole.net,
            whole.tax,
            whole.total,
          ]);
          for (const group of whole.taxes) {
            const of = (part: (typeof parts)[number]) => part.taxes.find(({ taxRate }) => taxRate === group.taxRate);
            expect([sum((part) => of(part)?.net ?? 0), sum((part) => of(part)?.tax ?? 0)]).toEqual([
              group.net,
              group.tax,
            ]);
          }
          for (const part of parts) {
            expect(part.taxes.every(({ net, tax }) => net >= 0 && tax >= 0)).toBe(true);
            const stated = prices === 'GROSS' ? part.total : part.net;
            expect(part.lines.reduce((all, { amount }) => all + amount, 0)).toBe(stated);
            const shares = lineTaxes(part.lines, part.taxes);
            expect(shares.reduce((all, tax) => all + tax, 0)).toBe(part.tax);
            if (prices === 'GROSS')
              for (const [at, { amount }] of part.lines.entries()) expect(shares[at]).toBeLessThanOrEqual(amount);
          }
        },
      ),
    );
  });
});

it('rounds a proportion half-up, away from zero', () => {
  expect([proportion(1, 1, 2), proportion(-1, 1, 2), proportion(10, 1, 3), proportion(0, 1, 3)]).toEqual([1, -1, 3, 0]);
});
