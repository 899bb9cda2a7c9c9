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

/**
 * The lines with their discounts taken off: first those of single lines, then those of the order, each off what the ones
 * before it left. A discount of the order is spread over its lines by largest remainder; none goes below zero.
 */
export const priced = (lines: readonly OrderLine[], discounts: readonly Discount[]): readonly PricedLine[] => {
  const ofLines = discounts.filter(({ lineId }) => lineId !== null);
  const ofOrder = discounts.filter(({ lineId }) => lineId === null);
  return [...ofLines, ...ofOrder].reduce<readonly PricedLine[]>(
    takeOff,
    lines.map((line) => ({ ...line, discount: 0 })),
  );
};

/** The line as it was added, before any discount. */
export const atListPrice = ({ discount, ...line }: PricedLine): OrderLine => ({
  ...line,
  amount: line.amount + discount,
});

const takeOff = (lines: readonly PricedLine[], given: Discount): readonly PricedLine[] => {
  const amounts = lines.map(({ lineId, amount }) => (given.lineId === null || given.lineId === lineId ? amount : 0));
  const whole = amounts.reduce((sum, amount) => sum + amount, 0);
  const parts = spread(worthOf(given, whole), amounts);
  return lines.map((line, index) => {
    const part = parts[index] ?? 0;
    return { ...line, amount: line.amount - part, discount: line.discount + part };
  });
};

const worthOf = ({ percent, amount }: Discount, whole: number): number => {
  const wanted = percent === null ? (amount ?? 0) : percentOf(whole, percent);
  return Math.min(wanted, whole);
};
