import Big from 'big.js';
import { exponentOf } from './money.ts';

/** Whether prices are without tax, or with it. */
export type PriceBasis = 'NET' | 'GROSS';

/** What is left of an amount once its tax is taken out, in the same minor units, rounded half-up. `taxRate`: per cent. */
export const withoutTax = (gross: number, taxRate: string): number =>
  Number(new Big(gross).times(100).div(new Big(100).plus(taxRate)).round(0, Big.roundHalfUp));

/**
 * A price (a decimal text in major units) with its tax on it, rounded half-up to the decimals that it has itself, and to
 * no fewer than its currency has: 1.69 at 20 % is 2.03, and 0.665 is 0.798.
 */
export const priceWithTax = (unitPrice: string, taxRate: string, currency: string): string => {
  const price = new Big(unitPrice);
  const decimals = Math.max(price.toFixed().split('.')[1]?.length ?? 0, exponentOf(currency));
  return price.times(new Big(100).plus(taxRate)).div(100).toFixed(decimals, Big.roundHalfUp);
};
