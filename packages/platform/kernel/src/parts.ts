import { type DocumentTotals, documentTotals, type TaxableLine } from './document.ts';
import type { PriceBasis } from './price-basis.ts';

/** A line that can be taken in parts: invoiced, cancelled, credited. */
export interface DivisibleLine extends TaxableLine {
  readonly lineId: string;
  /** Pieces, a whole number ≥ 1. */
  readonly quantity: number;
  /** Minor units that were taken off `amount` already. */
  readonly discount?: number;
}
/** Pieces by line; a line that is left out has none. */
export type Quantities = ReadonlyMap<string, number>;
/** The taken pieces of the lines, and what they come to. */
export interface DocumentPart<L> extends DocumentTotals {
  readonly lines: readonly L[];
}

/** amount × quantity / of in minor units, half-up (away from zero). */
export const proportion = (amount: number, quantity: number, of: number): number => {
  const double = 2n * BigInt(of);
  const scaled = 2n * BigInt(Math.abs(amount)) * BigInt(quantity) + BigInt(of);
  return Math.sign(amount) * Number(scaled / double);
};

/** The lines as they would be if only so many pieces of each had been ordered. */
const upTo = <L extends DivisibleLine>(lines: readonly L[], pieces: Quantities): L[] =>
  lines.map((line) => {
    const quantity = pieces.get(line.lineId) ?? 0;
    const amount = proportion(line.amount, quantity, line.quantity);
    const { discount } = line;
    return {
      ...line,
      quantity,
      amount,
      ...(discount === undefined ? {} : { discount: proportion(discount, quantity, line.quantity) }),
    };
  });

/**
 * A part of a document: so many pieces of its lines, after others were taken. Every figure is the rounded cumulative one
 * less what was taken already, per line and per tax rate, so that parts add up to the whole in whatever steps it is taken.
 * Throws a RangeError where more is taken than there is.
 */
export const documentPart = <L extends DivisibleLine>(
  lines: readonly L[],
  taken: Quantities,
  pieces: Quantities,
  prices: PriceBasis = 'NET',
): DocumentPart<L> => {
  const sum = new Map(lines.map(({ lineId }) => [lineId, (taken.get(lineId) ?? 0) + (pieces.get(lineId) ?? 0)]));
  for (const { lineId, quantity } of lines)
    if ((sum.get(lineId) ?? 0) > quantity) throw new RangeError(`Line ${lineId} has ${quantity} pieces in all`);
  const before = upTo(lines, taken);
  const after = upTo(lines, sum);
  const part = after.flatMap((line, index) => {
    const was = before[index];
    if (!was || line.quantity === was.quantity) return [];
    const discount = line.discount === undefined ? {} : { discount: line.discount - (was.discount ?? 0) };
    return [{ ...line, quantity: line.quantity - was.quantity, amount: line.amount - was.amount, ...discount }];
  });
  return { lines: part, ...difference(part, documentTotals(before, prices), documentTotals(after, prices)) };
};

const keyOf = ({ taxCode, taxRate }: Omit<TaxableLine, 'amount'>): string => `${taxCode} ${taxRate}`;

/** Only of the rates that the part's lines have. */
const difference = (
  part: readonly TaxableLine[],
  { taxes: before }: DocumentTotals,
  { taxes: after }: DocumentTotals,
): DocumentTotals => {
  const was = new Map(before.map((group) => [keyOf(group), group]));
  const is = new Map(after.map((group) => [keyOf(group), group]));
  const taxes = documentTotals(part).taxes.map((group) => {
    const [then, now] = [was.get(keyOf(group)), is.get(keyOf(group))];
    return { ...group, net: (now?.net ?? 0) - (then?.net ?? 0), tax: (now?.tax ?? 0) - (then?.tax ?? 0) };
  });
  const net = taxes.reduce((sum, group) => sum + group.net, 0);
  const tax = taxes.reduce((sum, group) => sum + group.tax, 0);
  return { net, tax, total: net + tax, taxes };
};
