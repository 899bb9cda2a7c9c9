import { percentOf } from './percent-of.ts';

/** A line as far as totals go: its net amount (minor units) and its tax, where the document states one. */
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

/** Totals of a document with net prices: tax is computed once per rate over the sum of its lines (EN 16931), half-up. */
export const documentTotals = (lines: readonly TaxableLine[]): DocumentTotals => {
  const nets = new Map<string, { taxCode: string; taxRate: string; net: number }>();
  for (const { amount, taxCode, taxRate } of lines) {
    const key = `${taxCode} ${taxRate}`;
    const sum = nets.get(key)?.net ?? 0;
    nets.set(key, { taxCode, taxRate, net: sum + amount });
  }
  const taxes = [...nets.values()].map((group) => ({
    ...group,
    tax: percentOf(group.net, group.taxRate),
  }));
  const net = taxes.reduce((sum, group) => sum + group.net, 0);
  const tax = taxes.reduce((sum, group) => sum + group.tax, 0);
  return { net, tax, total: net + tax, taxes };
};
