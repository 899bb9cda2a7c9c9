import { documentTotals } from '@waybill/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mugs, postage } from '../testing/order-fixtures.ts';
import { type Discount, priced } from './discount.ts';
import { chargeLine, goodsLine } from './new-line.ts';

const lines = [goodsLine(mugs), chargeLine(postage)]; // 15.30 and 4.00
const off = (given: Partial<Discount>): Discount => ({
  discountId: 'D1',
  description: 'Spring sale',
  percent: null,
  amount: null,
  lineId: null,
  ...given,
});
const pricedAt = (...discounts: Discount[]) =>
  priced(lines, discounts).map(({ amount, discount }) => [amount, discount]);

describe('Discounts', () => {
  it('of a line are per cent of it, rounded half-up, or an amount', () => {
    expect(pricedAt(off({ percent: '12.5', lineId: 'L1' }))).toEqual([
      [1339, 191],
      [400, 0],
    ]);
    expect(pricedAt(off({ amount: 30, lineId: 'L1' }))).toEqual([
      [1500, 30],
      [400, 0],
    ]);
  });
  it('of the order are spread over its lines by largest remainder', () =>
    expect(pricedAt(off({ amount: 100 }))).toEqual([
      [1451, 79],
      [379, 21],
    ]));
  it('of lines come before those of the order, whichever was given first', () => {
    const half = off({ percent: '50', lineId: 'L1' });
    const ten = off({ percent: '10' });
    expect(pricedAt(ten, half)).toEqual(pricedAt(half, ten));
    expect(pricedAt(half, ten)).toEqual([
      [688, 842],
      [360, 40],
    ]);
  });
  it('never take more than there is', () => {
    expect(pricedAt(off({ amount: 9_999 }))).toEqual([
      [0, 1530],
      [0, 400],
    ]);
    expect(pricedAt(off({ amount: 500, lineId: 'C1' }), off({ percent: '100' }))).toEqual([
      [0, 1530],
      [0, 400],
    ]);
  });
  it('of a line that is gone take nothing', () =>
    expect(pricedAt(off({ amount: 5, lineId: 'L9' }))).toEqual([
      [1530, 0],
      [400, 0],
    ]));
});

const anyLine = fc.record({ amount: fc.nat(1_000_000), taxRate: fc.constantFrom('0', '5', '20') });
const anyDiscount = fc.record({
  percent: fc.option(fc.constantFrom('0.5', '3', '12.5', '33.333', '100')),
  amount: fc.nat(100_000),
  lineId: fc.option(fc.constantFrom('L0', 'L1', 'L2')),
});

it('what is left and what was taken off come to what the lines were, to the last unit', () =>
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 12 }), fc.array(anyDiscount, { maxLength: 5 }), (given, taken) => {
      const before = given.map((line, index) => ({ ...goodsLine(mugs), ...line, lineId: `L${index}` }));
      const after = priced(
        before,
        taken.map((one) => off({ ...one, amount: one.percent === null ? one.amount : null })),
      );
      for (const [index, { amount, discount }] of after.entries()) {
        expect(amount + discount).toBe(before[index]?.amount);
        expect(amount).toBeGreaterThanOrEqual(0);
        expect(discount).toBeGreaterThanOrEqual(0);
      }
      const { net } = documentTotals(after);
      expect(net).toBe(after.reduce((sum, { amount }) => sum + amount, 0));
    }),
  ));
