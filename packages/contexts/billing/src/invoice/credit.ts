import type { CommandData } from '@waybill/engine';
import { lineAmount, majorUnits, type PriceBasis, proportion, spread } from '@waybill/kernel';
import type { CreditLine } from '../documents/lines.ts';
import type { invoiceCommands } from './commands.ts';
import type { InvoiceContent } from './events.ts';
import { type IssuedInvoice, rateOf } from './state.ts';

type Wish = CommandData<typeof invoiceCommands.IssueCreditNote>;
type Rate = InvoiceContent['taxes'][number];
type Line = InvoiceContent['lines'][number];
type Untaxed = Omit<CreditLine, 'tax'>;

/** A tax rate of the invoice, with what was credited of it so far. */
export interface RateLeft {
  readonly rate: Rate;
  readonly net: number;
  readonly tax: number;
}

/** What is credited of one rate: lines, net and tax. */
export interface RateCredit {
  readonly rate: Rate;
  readonly lines: readonly Untaxed[];
  readonly net: number;
  readonly tax: number;
}

export const ratesOf = ({ content, creditedRates }: IssuedInvoice): RateLeft[] =>
  content.taxes.map((rate) => ({ rate, ...(creditedRates.get(rateOf(rate)) ?? { net: 0, tax: 0 }) }));

const netLeft = ({ rate, net }: RateLeft): number => rate.net - net;
const taxLeft = ({ rate, tax }: RateLeft): number => rate.tax - tax;
export const grossLeft = (rate: RateLeft): number => netLeft(rate) + taxLeft(rate);

/** Pieces of a line at the invoice's price: the rounded cumulative amount less that of the pieces before. */
const shareOf = (line: Line, before: number, quantity: number) => {
  const part = (whole: number) =>
    proportion(whole, before + quantity, line.quantity) - proportion(whole, before, line.quantity);
  return { amount: part(line.amount), discount: part(line.discount) };
};

/** The credited pieces as lines, at the invoice's prices or their own. */
export const creditLines = (invoice: IssuedInvoice, lines: NonNullable<Wish['lines']>): Untaxed[] => {
  const taken = new Map(invoice.creditedPieces);
  return lines.flatMap(({ lineId, quantity, unitPrice, amount }) => {
    const of = invoice.content.lines.find((line) => line.lineId === lineId);
    if (!of) return [];
    const { tax: _, ...line } = of;
    const before = taken.get(lineId) ?? 0;
    taken.set(lineId, before + quantity);
    const share =
      unitPrice === undefined
        ? shareOf(of, before, quantity)
        : { unitPrice, amount: amount ?? lineAmount(quantity, unitPrice, invoice.content.currency), discount: 0 };
    return [{ ...line, quantity, ...share }];
  });
};

/** Lowers the lines, the last first, until they come to no more than what is left of their rate. */
const cut = (lines: readonly Untaxed[], most: number): Untaxed[] => {
  let rest = most;
  return lines.map((line) => {
    const amount = Math.min(line.amount, rest);
    rest -= amount;
    return { ...line, amount };
  });
};

/** An amount with tax, taken from what is left of a rate. */
const creditOfAmount = (left: RateLeft, gross: number): { readonly net: number; readonly tax: number } => {
  const { rate, net, tax } = left;
  const whole = rate.net + rate.tax;
  const fair = whole === 0 ? 0 : proportion(rate.tax, net + tax + gross, whole) - tax;
  const taxed = Math.min(Math.max(fair, gross - netLeft(left), 0), taxLeft(left), gross);
  return { net: gross - taxed, tax: taxed };
};

/**
 * Tax of what is credited: as much of the invoice's as its net is of the invoice's, cumulative; or where prices are gross,
 * as what is credited is of the whole.
 */
const creditOfLines = (left: RateLeft, lines: readonly Untaxed[], prices: PriceBasis): RateCredit => {
  const kept = cut(lines, prices === 'GROSS' ? grossLeft(left) : netLeft(left));
  const amount = kept.reduce((sum, line) => sum + line.amount, 0);
  if (prices === 'GROSS') return { rate: left.rate, lines: kept, ...creditOfAmount(left, amount) };
  const all = left.rate.net === 0 ? 0 : proportion(left.rate.tax, left.net + amount, left.rate.net);
  return { rate: left.rate, lines: kept, net: amount, tax: Math.max(all - left.tax, 0) };
};

const after = (left: RateLeft, { net, tax }: { readonly net: number; readonly tax: number }): RateLeft => ({
  ...left,
  net: left.net + net,
  tax: left.tax + tax,
});

const of = (left: RateLeft) => (line: Untaxed) => rateOf(line) === rateOf(left.rate);

/** Pieces of lines: what they come to per rate, never more than is left of it. */
export const creditPieces = (rates: readonly RateLeft[], lines: readonly Untaxed[], prices: PriceBasis): RateCredit[] =>
  rates.map((left) => creditOfLines(left, lines.filter(of(left)), prices));

/** An amount with tax, spread over the rates by what is left of each; `amount` is no more than that. */
export const creditAmount = (
  rates: readonly RateLeft[],
  { code, description, amount }: NonNullable<Wish['amounts']>[number],
  { currency, prices }: Pick<InvoiceContent, 'currency' | 'prices'>,
): RateCredit[] => {
  const shares = spread(amount, rates.map(grossLeft));
  return rates.map((left, at) => {
    const { net, tax } = creditOfAmount(left, shares[at] ?? 0);
    const { taxCode, taxRate } = left.rate;
    const stated = prices === 'GROSS' ? net + tax : net;
    const unitPrice = majorUnits({ amount: stated, currency });
    const common = { lineId: null, kind: 'AMOUNT', sku: code, description, quantity: 1, discount: 0 } as const;
    const lines = net + tax === 0 ? [] : [{ ...common, unitPrice, taxCode, taxRate, amount: stated }];
    return { rate: left.rate, lines, net, tax };
  });
};

/** What is left after some of it was credited. */
export const leftAfter = (rates: readonly RateLeft[], credits: readonly RateCredit[]): RateLeft[] =>
  rates.map((left, at) => after(left, credits[at] ?? { net: 0, tax: 0 }));
