import type { Refusal } from '@waybill/kernel';
import type { WholeOrder } from './commands.ts';
import { whyNoCurrency } from './currency.ts';
import { priced } from './discount.ts';
import type { PricedLine } from './line.ts';
import { chargeLine, goodsLine } from './new-line.ts';
import { whyNoLine, whyNotDiscount, whyNotLine, whyTooLarge } from './preconditions.ts';
import { LineAlreadyExists, OrderEmpty } from './refusals.ts';

const listed = ({ items, charges }: WholeOrder) => [...items.map(goodsLine), ...charges.map(chargeLine)];

/** The lines of an order that comes in one command, its discounts taken off. */
export const linesOfWhole = (whole: WholeOrder): readonly PricedLine[] => priced(listed(whole), whole.discounts);

/** Why not, or null where it can be placed. */
export const whyNotWhole = (whole: WholeOrder): Refusal | null => {
  const { currency, items, charges } = whole;
  if (items.length + charges.length === 0) return whyNoCurrency(currency) ?? OrderEmpty({});
  return whyNoCurrency(currency) ?? whyNotLines(whole) ?? whyTooLarge(listed(whole)) ?? whyNotDiscounts(whole);
};

const whyNotLines = ({ currency, items, charges }: WholeOrder): Refusal | null => {
  const seen = new Set<string>();
  for (const line of [...items, ...charges.map((charge) => ({ ...charge, sku: charge.code }))]) {
    const why = whyNotLine(line, currency);
    if (why) return why;
    if (seen.has(line.lineId)) return LineAlreadyExists({ lineId: line.lineId });
    seen.add(line.lineId);
  }
  return null;
};

const whyNotDiscounts = (whole: WholeOrder): Refusal | null => {
  const lines = listed(whole);
  for (const discount of whole.discounts) {
    const why = whyNotDiscount(discount) ?? (discount.lineId === null ? null : whyNoLine({ lines }, discount.lineId));
    if (why) return why;
  }
  return null;
};
