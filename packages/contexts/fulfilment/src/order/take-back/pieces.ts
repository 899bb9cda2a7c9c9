import { proportion } from '@waybill/kernel';
import type { LineQuantity } from '@waybill/sales/contract';
import { add, type Count } from '../facts/count.ts';
import type { PricedPieces } from './take-back.ts';

/** So many of them, after the first `from`: parts add up to the rounded whole. */
const part = ({ amount, quantity, ...pieces }: PricedPieces, from: number, count: number): PricedPieces => ({
  ...pieces,
  quantity: count,
  amount: proportion(amount, from + count, quantity) - proportion(amount, from, quantity),
});

export interface Split {
  readonly taken: readonly PricedPieces[];
  readonly rest: readonly PricedPieces[];
}

/** As many of the pieces as there is room for, line by line, and the others. */
export const takeOf = (pieces: readonly PricedPieces[], room: Count): Split => {
  const left: Record<string, number> = { ...room };
  const taken: PricedPieces[] = [];
  const rest: PricedPieces[] = [];
  for (const one of pieces) {
    const { lineId, quantity } = one;
    const count = Math.max(0, Math.min(quantity, left[lineId] ?? 0));
    left[lineId] = (left[lineId] ?? 0) - count;
    if (count > 0) taken.push(part(one, 0, count));
    if (count < quantity) rest.push(part(one, count, quantity - count));
  }
  return { taken, rest };
};

/** Lines of pieces, whatever their prices. */
export const linesOf = (pieces: readonly LineQuantity[]): LineQuantity[] =>
  Object.entries(add({}, pieces)).map(([lineId, quantity]) => ({ lineId, quantity }));

/** What came back at the prices that were said; what came beyond that, at the invoice's. */
export const pricedAs = (pieces: readonly PricedPieces[], came: readonly LineQuantity[]) => {
  const { taken } = takeOf(pieces, add({}, came));
  const more = add(
    add({}, came),
    linesOf(taken).map(({ lineId, quantity }) => ({ lineId, quantity: -quantity })),
  );
  return [
    ...taken,
    ...Object.entries(more).flatMap(([lineId, quantity]) => (quantity > 0 ? [{ lineId, quantity }] : [])),
  ];
};
