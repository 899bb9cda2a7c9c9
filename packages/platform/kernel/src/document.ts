import { percentOf } from './percent-of.ts';
import { type PriceBasis, withoutTax } from './price-basis.ts';

/** A line as far as totals go: its amount (minor units, by the document's prices) and its tax, where it states one. */
export interface TaxableLine {
  readonly amount: number;
  readonly taxCode: string;
  /** Per cent as a decimal text, e.g. '20' or '17.5'. */
  readonly taxRate: string;
}
export interface TaxTotal {
  readonly taxCode: string;
  readonly taxRate: string;
  readonly net: number;
  readonly tax: number;
}
export interface DocumentTotals {
  readonly net: number;
  readonly tax: number;
  readonly total: number;
  readonly taxes: readonly TaxTotal[];
}

/**
 * Totals of a document: tax is computed once per rate over the sum of its lines (EN 16931), half-up. With net prices it comes
 * on top; where they are gross, the lines are the total, the tax is taken out of it, and net is the rest.
 */
export const documentTotals = (lines: readonly TaxableLine[], prices: PriceBasis = 'NET'): DocumentTotals => {
  const sums = new Map<string, TaxableLine>();
  for (const { amount, taxCode, taxRate } of lines) {
    const key = `${taxCode} ${taxRate}`;
    sums.set(key, { taxCode, taxRate, amount: amount + (sums.get(key)?.amount ?? 0) });
  }
  const taxes = [...sums.values()].map(({ taxCode, taxRate, amount }) => {
    const net = prices === 'GROSS' ? withoutTax(amount, taxRate) : amount;
    const tax = prices === 'GROSS' ? amount - net : percentOf(net, taxRate);
    return { taxCode, taxRate, net, tax };
  });
  const net = taxes.reduce((sum, group) => sum + group.net, 0);
  const tax = taxes.reduce((sum, group) => sum + group.tax, 0);
  return { net, tax, total: net + tax, taxes };
};
