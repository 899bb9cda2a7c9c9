import type { Quantities } from '@waybill/kernel';
import type { Pieces } from '../documents/lines.ts';

/** An invoice of an order, and the pieces on it that were not cancelled since. */
export interface AgreedInvoice {
  readonly invoiceId: string;
  readonly number: string;
  readonly deliveryId: string | null;
  readonly lines: readonly Pieces[];
}
/** What a cancellation comes to. */
export interface Reduced {
  readonly lines: Pieces[];
  readonly invoiced: { invoiceId: string; number: string; lines: Pieces[] }[];
}

export const add = (taken: Quantities, pieces: readonly Pieces[]): Map<string, number> => {
  const sum = new Map(taken);
  for (const { lineId, quantity } of pieces) sum.set(lineId, (sum.get(lineId) ?? 0) + quantity);
  return sum;
};

/** Each line once. */
export const merged = (pieces: readonly Pieces[]): Pieces[] =>
  [...add(new Map(), pieces)].map(([lineId, quantity]) => ({ lineId, quantity }));

/** What is left of some pieces without others. */
export const subtract = (pieces: readonly Pieces[], without: readonly Pieces[]): Pieces[] => {
  const less = add(new Map(), without);
  return pieces
    .map(({ lineId, quantity }) => ({ lineId, quantity: quantity - (less.get(lineId) ?? 0) }))
    .filter(({ quantity }) => quantity > 0);
};

/** Pieces by line that are not taken. */
export const left = (lines: readonly Pieces[], taken: Quantities): Map<string, number> =>
  new Map(lines.map(({ lineId, quantity }) => [lineId, quantity - (taken.get(lineId) ?? 0)]));

/** As much of the wish as is there. */
export const take = (wish: readonly Pieces[], there: Quantities): Pieces[] => {
  const rest = new Map(there);
  return wish.flatMap(({ lineId, quantity }) => {
    const taken = Math.min(quantity, rest.get(lineId) ?? 0);
    rest.set(lineId, (rest.get(lineId) ?? 0) - taken);
    return taken > 0 ? [{ lineId, quantity: taken }] : [];
  });
};

/** Takes cancelled pieces first from what is not invoiced yet, then from the invoices, the latest first. */
export const reduce = (wish: readonly Pieces[], open: Quantities, invoices: readonly AgreedInvoice[]): Reduced => {
  const lines = take(wish, open);
  let rest = subtract(wish, lines);
  const invoiced = [...invoices].reverse().flatMap((invoice) => {
    const credited = take(rest, add(new Map(), invoice.lines));
    rest = subtract(rest, credited);
    return credited.length > 0 ? [{ invoiceId: invoice.invoiceId, number: invoice.number, lines: credited }] : [];
  });
  return { lines, invoiced };
};
