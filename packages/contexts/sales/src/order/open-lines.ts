import { documentPart, type PriceBasis } from '@waybill/kernel';
import type { LineQuantity, PricedLine } from './line.ts';

interface Lines {
  readonly lines: readonly PricedLine[];
  /** Pieces that were cancelled, by the line's id. */
  readonly cancelled: Readonly<Record<string, number>>;
}
interface PricedLines extends Lines {
  readonly prices: PriceBasis;
}

/** Pieces of a line that are still wanted. */
export const openQuantity = ({ cancelled }: Pick<Lines, 'cancelled'>, { lineId, quantity }: PricedLine): number =>
  quantity - (cancelled[lineId] ?? 0);

export const openLines = (order: Lines): readonly LineQuantity[] =>
  order.lines
    .map((line) => ({ lineId: line.lineId, quantity: openQuantity(order, line) }))
    .filter(({ quantity }) => quantity > 0);

/** An order is there for its goods: once they are all cancelled its charges go too. One of charges only is there for those. */
export const isNothingLeft = (order: Lines): boolean => {
  const goods = order.lines.filter(({ kind }) => kind === 'GOODS');
  return (goods.length > 0 ? goods : order.lines).every((line) => openQuantity(order, line) === 0);
};

/**
 * These pieces, and what they come to, after what was cancelled before them: rounded cumulatively, so that all parts and
 * the rest always add up to the order.
 */
export const partOf = (order: PricedLines, pieces: readonly LineQuantity[]) =>
  documentPart(
    order.lines,
    new Map(Object.entries(order.cancelled)),
    new Map(pieces.map(({ lineId, quantity }) => [lineId, quantity])),
    order.prices,
  );

/** The lines as far as they are still wanted, and what they come to. */
export const openPart = (order: PricedLines) => partOf(order, openLines(order));

/** As it would be without these pieces. */
export const without = <O extends Lines>(order: O, lines: readonly LineQuantity[]): O => {
  const cancelled: Record<string, number> = { ...order.cancelled };
  for (const { lineId, quantity } of lines) cancelled[lineId] = (cancelled[lineId] ?? 0) + quantity;
  return { ...order, cancelled };
};
