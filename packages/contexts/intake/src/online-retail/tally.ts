import Big from 'big.js';
import type { RetailDocument } from './document.ts';
import { amountOf } from './row.ts';

/** How much of something: documents, their lines, and Σ quantity × unit price in pounds, exact. */
export interface Tally {
  readonly documents: number;
  readonly lines: number;
  readonly amount: Big;
}

export const emptyTally: Tally = { documents: 0, lines: 0, amount: new Big(0) };

export const addTallies = (one: Tally, other: Tally): Tally => ({
  documents: one.documents + other.documents,
  lines: one.lines + other.lines,
  amount: one.amount.plus(other.amount),
});

/** One document's share; rows without a document's number are lines of no document. */
export const tallyOf = ({ number, rows, malformed }: RetailDocument): Tally => ({
  documents: number === null ? 0 : 1,
  lines: rows.length + malformed.length,
  amount: [...rows, ...malformed].reduce((sum, row) => sum.plus(amountOf(row)), new Big(0)),
});
