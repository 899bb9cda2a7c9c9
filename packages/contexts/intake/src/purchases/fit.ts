import Big from 'big.js';
import { findMatches } from './match.ts';
import type { OpenCancellation, Purchase } from './state.ts';
import { piecesOf } from './worth.ts';

/** How well an order fits a cancellation that names none: pieces, of those that the cancellation still looks for. */
export interface Fit {
  readonly wanted: number;
  /** So many of them can still come back from it. */
  readonly found: number;
  /** So many of those were bought at the price that is to be credited. */
  readonly samePrice: number;
  /** It was bought before it was cancelled. */
  readonly boughtBefore: boolean;
}

export const fitOf = (purchase: Purchase, cancellation: OpenCancellation): Fit => {
  const { matches } = findMatches([purchase], cancellation);
  const prices = new Map(purchase.lines.map(({ lineId, unitPrice }) => [lineId, unitPrice]));
  const same = matches.filter(({ lineId, unitPrice }) => {
    const bought = lineId === null ? undefined : prices.get(lineId);
    return bought !== undefined && new Big(bought).eq(unitPrice);
  });
  return {
    wanted: piecesOf(cancellation.lines),
    found: purchase.currency === cancellation.currency ? piecesOf(matches) : 0,
    samePrice: purchase.currency === cancellation.currency ? piecesOf(same) : 0,
    boughtBefore: purchase.happenedAt <= cancellation.happenedAt,
  };
};
