import type { TaxableLine, TaxTotal } from './document.ts';
import { spread } from './spread.ts';

/**
 * The document's tax shown per line: that of each rate in shares of its lines, by largest remainder. In the lines' order.
 * Where prices are gross, what is left of each amount without it adds up to the document's net.
 */
export const lineTaxes = (lines: readonly TaxableLine[], taxes: readonly TaxTotal[]): number[] => {
  const shown = lines.map(() => 0);
  for (const { taxCode, taxRate, tax } of taxes) {
    const places = [...lines.keys()].filter((at) => lines[at]?.taxCode === taxCode && lines[at]?.taxRate === taxRate);
    const shares = spread(
      tax,
      places.map((at) => lines[at]?.amount ?? 0),
    );
    for (const [index, at] of places.entries()) shown[at] = shares[index] ?? 0;
  }
  return shown;
};
