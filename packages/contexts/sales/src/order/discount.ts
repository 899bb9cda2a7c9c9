import { percentOf, spread } from '@waybill/kernel';
import { z } from 'zod';
import type { OrderLine, PricedLine } from './line.ts';

/** Taken off one line, or off the whole order: per cent, or an amount. Exactly one of the two is given. */
export const discount = z.object({
  discountId: z.string(),
  description: z.string(),
  /** Per cent as a decimal text: '12.5'. */
  percent: z.string().nullable(),
  /** Minor units. */
  amount: z.number().nullable(),
  /** Null: off the whole order. */
  lineId: z.string().nullable(),
});
export type Discount = Readonly<z.output<typeof discount>>;

interface Listed {
  readonly lineId: string;
  /** Minor units. */
  readonly amount: number;
}
type Discounted<L> = L & { readonly discount: number };

/**
 * The lines with their discounts taken off: first those of single lines, then those of the order, each off what the ones
 * before it left. A discount of the order is spread over its lines by largest remainder; none goes below zero.
 */
export const priced = <L extends Listed>(
  lines: readonly L[],
  discounts: readonly Discount[],
): readonly Discounted<L>[] => {
  const ofLines = discounts.filter(({ lineId }) => lineId !== null);
  const ofOrder = discounts.filter(({ lineId }) => lineId === null);
  const listed = lines.map((line): Discounted<L> => ({ ...line, discount: 0 }));
  return [...ofLines, ...ofOrder].reduce<readonly Discounted<L>[]>(takeOff, listed);
};

/** The line as it was added, before any discount. */
export const atListPrice = ({ discount, ...line }: PricedLine): OrderLine => ({
  ...line,
  amount: line.amount + discount,
});

const takeOff = <L extends Listed>(lines: readonly Discounted<L>[], given: Discount): readonly Discounted<L>[] => {
  const amounts = lines.map(({ lineId, amount }) => (given.lineId === null || given.lineId === lineId ? amount : 0));
  const whole = amounts.reduce((sum, amount) => sum + amount, 0);
  const parts = spread(worthOf(given, whole), amounts);
  return lines.map((line, index) => {
    const part = parts[index] ?? 0;
    return { ...line, amount: line.amount - part, discount: line.discount + part };
  });
};

const worthOf = ({ percent, amount }: Discount, whole: number): number =>
  Math.min(percent === null ? (amount ?? 0) : percentOf(whole, percent), whole);

/** The discounts after one was given: under the id of another it takes its place. */
export const withDiscount = (discounts: readonly Discount[], given: Discount): readonly Discount[] =>
  discounts.some(({ discountId }) => discountId === given.discountId)
    ? discounts.map((known) => (known.discountId === given.discountId ? given : known))
    : [...discounts, given];
