import { majorUnits, withoutTax } from '@waybill/kernel';
import type { InvoiceContent } from '../invoice/events.ts';

type Line = InvoiceContent['lines'][number];
/** A line without tax: `unitPrice` is that of `per` pieces. */
export interface NetLine extends Omit<Line, 'tax'> {
  readonly per: number;
}

/**
 * The lines without tax, as EN 16931 asks for them, adding up to the document's net per rate. Where prices are with tax, each
 * line is its amount less the tax shown for it, and its price is that of all its pieces at once: a rounded net price per
 * piece would not come to the line.
 */
export const netLines = ({
  lines,
  prices,
  currency,
}: Pick<InvoiceContent, 'lines' | 'prices' | 'currency'>): NetLine[] =>
  lines.map(({ tax, ...line }) => {
    if (prices === 'NET') return { ...line, per: 1 };
    const [amount, discount] = [line.amount - tax, withoutTax(line.discount, line.taxRate)];
    const unitPrice = majorUnits({ amount: amount + discount, currency });
    return { ...line, amount, discount, unitPrice, per: line.quantity };
  });
