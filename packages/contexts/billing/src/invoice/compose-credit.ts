import type { CommandData } from '@waybill/engine';
import { lineTaxes, proportion, type Refusal } from '@waybill/kernel';
import type { CreditNoteContent } from '../credit-note/events.ts';
import { CreditExceedsInvoice, CreditExceedsLine, InvoiceLineUnknown } from '../refusals.ts';
import type { invoiceCommands } from './commands.ts';
import {
  creditAmount,
  creditLines,
  creditPieces,
  grossLeft,
  leftAfter,
  type RateCredit,
  type RateLeft,
  ratesOf,
} from './credit.ts';
import type { IssuedInvoice } from './state.ts';

type Wish = CommandData<typeof invoiceCommands.IssueCreditNote>;
type Pieces = NonNullable<Wish['lines']>[number];
/** The lines and totals of a credit note. */
export type CreditFigures = Pick<CreditNoteContent, 'lines' | 'taxes' | 'net' | 'tax' | 'total'>;

const sumOf = (rates: readonly RateLeft[]): number => rates.reduce((sum, rate) => sum + grossLeft(rate), 0);

const leftOf = ({ content, creditedPieces }: IssuedInvoice, lineId: string): number | undefined => {
  const line = content.lines.find((one) => one.lineId === lineId);
  return line && line.quantity - (creditedPieces.get(lineId) ?? 0);
};

/** Pieces that the invoice does not have, or not any more; undefined where all are there. */
const whyNotPieces = (invoice: IssuedInvoice, lines: readonly Pieces[]): Refusal | undefined => {
  const { number } = invoice.content;
  const wished = new Map<string, number>();
  for (const { lineId, quantity } of lines) {
    const left = leftOf(invoice, lineId);
    if (left === undefined) return InvoiceLineUnknown({ number, lineId });
    wished.set(lineId, (wished.get(lineId) ?? 0) + quantity);
    if ((wished.get(lineId) ?? 0) > left) return CreditExceedsLine({ number, lineId, left });
  }
  return undefined;
};

/** As many of the pieces as are left. */
const cutPieces = (invoice: IssuedInvoice, lines: readonly Pieces[]): Pieces[] => {
  const taken = new Map<string, number>();
  return lines.flatMap((line) => {
    const before = taken.get(line.lineId) ?? 0;
    const quantity = Math.min(line.quantity, (leftOf(invoice, line.lineId) ?? 0) - before);
    taken.set(line.lineId, before + quantity);
    const { amount, ...rest } = line;
    if (quantity === line.quantity) return [line];
    const share = amount === undefined ? {} : { amount: proportion(amount, quantity, line.quantity) };
    return quantity > 0 ? [{ ...rest, ...share, quantity }] : [];
  });
};

/** Everything that is left of the invoice: its pieces, and an amount where prices of their own left one. */
const everything = (invoice: IssuedInvoice): RateCredit[] => {
  const rates = ratesOf(invoice);
  const pieces = invoice.content.lines.map(({ lineId, quantity }) => ({ lineId, quantity }));
  const credits = creditPieces(rates, creditLines(invoice, cutPieces(invoice, pieces)), invoice.content.prices);
  const left = leftAfter(rates, credits);
  const rest = { code: 'REST', description: 'What was left of the invoice', amount: sumOf(left) };
  return rest.amount > 0 ? merge(credits, creditAmount(left, rest, invoice.content)) : credits;
};

const figures = (credits: readonly RateCredit[]): CreditFigures => {
  const taxes = credits
    .filter(({ lines }) => lines.length > 0)
    .map(({ rate: { taxCode, taxRate }, net, tax }) => ({ taxCode, taxRate, net, tax }));
  const lines = credits.flatMap((credit) => credit.lines);
  const shares = lineTaxes(lines, taxes);
  const net = taxes.reduce((sum, group) => sum + group.net, 0);
  const tax = taxes.reduce((sum, group) => sum + group.tax, 0);
  return { lines: lines.map((line, at) => ({ ...line, tax: shares[at] ?? 0 })), taxes, net, tax, total: net + tax };
};

const merge = (one: readonly RateCredit[], other: readonly RateCredit[]): RateCredit[] =>
  one.map(({ rate, lines, net, tax }, at) => {
    const more = other[at] ?? { lines: [], net: 0, tax: 0 };
    return { rate, lines: [...lines, ...more.lines], net: net + more.net, tax: tax + more.tax };
  });

/** The figures of a credit note; a refusal where more is wished for than is left, and it may not be cut. */
export const composeCredit = (
  invoice: IssuedInvoice,
  { lines, amounts }: Pick<Wish, 'lines' | 'amounts'>,
  mayCut: boolean,
): CreditFigures | Refusal => {
  if (!lines && !amounts) return figures(everything(invoice));
  const { number, currency, prices } = invoice.content;
  const whyNot = mayCut ? undefined : whyNotPieces(invoice, lines ?? []);
  if (whyNot) return whyNot;
  const rates = ratesOf(invoice);
  const creditable = sumOf(rates);
  const wished = creditLines(invoice, cutPieces(invoice, lines ?? []));
  let credits = creditPieces(rates, wished, prices);
  const exceeds = () => CreditExceedsInvoice({ number, creditable, currency });
  const isCut = credits.some((credit) => amountOf(credit.lines, credit) < amountOf(wished, credit));
  if (isCut && !mayCut) return exceeds();
  for (const wish of amounts ?? []) {
    const left = leftAfter(rates, credits);
    const most = sumOf(left);
    if (wish.amount > most && !mayCut) return exceeds();
    credits = merge(credits, creditAmount(left, { ...wish, amount: Math.min(wish.amount, most) }, invoice.content));
  }
  return figures(credits);
};

const amountOf = (lines: RateCredit['lines'], { rate }: RateCredit): number =>
  lines
    .filter(({ taxCode, taxRate }) => taxCode === rate.taxCode && taxRate === rate.taxRate)
    .reduce((sum, { amount }) => sum + amount, 0);
