import Big from 'big.js';
import type { RetailDocument } from '../online-retail/document.ts';
import type { FileIndex } from '../online-retail/documents.ts';
import { addTallies, emptyTally, type Tally, tallyOf } from '../online-retail/tally.ts';

/** What became of a document. */
export const FATES = ['POSTED', 'REFUSED', 'CREDIT', 'NOT_A_SALE', 'STOCK_ADJUSTMENT', 'PARKED', 'MALFORMED'] as const;
export type Fate = (typeof FATES)[number];

/** Something that a person should look at. */
export interface ImportProblem {
  /** The document's number; null for a row that names none. */
  readonly document: string | null;
  readonly what: 'REFUSED' | 'PARKED' | 'MALFORMED' | 'UNPAID' | 'UNDELIVERED';
  readonly reason: string;
}

/** The file by what became of it. Its fates add up to the file: every `difference` is 0 when nothing was lost. */
export interface Balance {
  readonly fates: Readonly<Record<Fate, Tally>>;
  readonly file: Tally;
  readonly difference: Tally;
  /** Minor units of all posted orders, and pounds by which that differs from the exact sum of their lines. */
  readonly posted: number;
  readonly rounding: Big;
}

export interface Ledger {
  /** `posted`: the order's total in minor units, where the fate is POSTED. */
  enter(document: RetailDocument, fate: Fate, posted?: number): void;
  balance(index: FileIndex): Balance;
}

/** Adds up, document by document, what the first reading of the file added up row by row. */
export const createLedger = (): Ledger => {
  const fates = Object.fromEntries(FATES.map((fate) => [fate, emptyTally])) as Record<Fate, Tally>;
  let posted = 0;
  return {
    enter(document, fate, amount = 0) {
      fates[fate] = addTallies(fates[fate], tallyOf(document));
      posted += amount;
    },
    balance(index) {
      const file: Tally = { documents: index.documents.size, lines: index.lines, amount: index.amount };
      const sum = FATES.reduce((total, fate) => addTallies(total, fates[fate]), emptyTally);
      const difference: Tally = {
        documents: file.documents - sum.documents,
        lines: file.lines - sum.lines,
        amount: file.amount.minus(sum.amount),
      };
      return { fates, file, difference, posted, rounding: new Big(posted).div(100).minus(fates.POSTED.amount) };
    },
  };
};
