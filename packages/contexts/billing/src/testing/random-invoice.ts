import { documentPart, lineAmount, lineTaxes } from '@waybill/kernel';
import fc from 'fast-check';
import type { InvoiceContent } from '../invoice/events.ts';
import { issued } from './billed-order.ts';

const RATES = [
  ['STANDARD', '20'],
  ['REDUCED', '5'],
  ['OLD', '17.5'],
  ['ZERO', '0'],
] as const;

const line = fc.record({
  quantity: fc.integer({ min: 1, max: 12 }),
  thousandths: fc.nat(60_000),
  rate: fc.constantFrom(...RATES),
});

/** Lines of an order in a currency of 0, 2 or 3 decimals, with net or gross prices at up to four tax rates; free ones too. */
export const randomLines = fc
  .tuple(
    fc.constantFrom('JPY', 'GBP', 'KWD'),
    fc.constantFrom('NET', 'GROSS'),
    fc.array(line, { minLength: 1, maxLength: 5 }),
  )
  .map(([currency, prices, drawn]) => ({
    currency,
    prices,
    lines: drawn.map(({ quantity, thousandths, rate: [taxCode, taxRate] }, at) => {
      const unitPrice = (thousandths / 1_000).toFixed(3);
      const amount = lineAmount(quantity, unitPrice, currency);
      const discount = Math.floor(amount / 10);
      return {
        lineId: `l-${at}`,
        kind: at === 4 ? ('CHARGE' as const) : ('GOODS' as const),
        sku: `SKU-${at}`,
        description: 'Something',
        quantity,
        unitPrice,
        taxCode,
        taxRate,
        amount: amount - discount,
        discount,
      };
    }),
  }));

const step = fc.record({ taken: fc.nat(6), pieces: fc.integer({ min: 1, max: 12 }) });

/** An invoice over such lines: over all of them, or over a part, after another. */
export const randomInvoice = fc
  .tuple(randomLines, fc.option(fc.array(step, { minLength: 5, maxLength: 5 })))
  .map(([{ currency, prices, lines: ordered }, steps]): InvoiceContent => {
    const counts = ordered.map(({ lineId, quantity }, at) => {
      const taken = Math.min(steps?.[at]?.taken ?? 0, quantity - 1);
      return { lineId, taken, pieces: Math.min(steps?.[at]?.pieces ?? quantity, quantity - taken) };
    });
    const taken = new Map(counts.map((one) => [one.lineId, one.taken]));
    const pieces = new Map(counts.map((one) => [one.lineId, one.pieces]));
    const { lines, taxes, ...totals } = documentPart(ordered, taken, pieces, prices);
    const shares = lineTaxes(lines, taxes);
    return {
      ...issued.data,
      currency,
      prices,
      lines: lines.map((one, at) => ({ ...one, tax: shares[at] ?? 0 })),
      taxes: [...taxes],
      ...totals,
    };
  });
