import Big from 'big.js';
import type { RetailDocument } from '../online-retail/document.ts';
import type { FileIndex } from '../online-retail/documents.ts';
import { addTallies, emptyTally, type Tally, tallyOf } from '../online-retail/tally.ts';

/** What became of a document, or of lines of it. */
export const FATES = [
  'POSTED',
  'REFUSED',
  'CREDIT',
  'CREDIT_OPEN',
  'NOT_A_SALE',
  'STOCK_ADJUSTMENT',
  'PARKED',
  'MALFORMED',
] as const;
export type Fate = (typeof FATES)[number];

/** Something that a person should look at. */
export interface ImportProblem {
  /** The document's number; null for a row that names none. */
  readonly document: string | null;
  readonly what: 'REFUSED' | 'PARKED' | 'MALFORMED' | 'UNPAID' | 'UNDELIVERED';
  readonly reason: string;
}

/** How much of something, and when: '2010-12'; '' where no row could be read. */
export interface Share {
  readonly month: string;
  readonly tally: Tally;
}
export const shareOf = (document: RetailDocument): Share => {
  const [earliest = ''] = document.rows.map(({ localTime }) => localTime).sort();
  return { month: earliest.slice(0, 7), tally: tallyOf(document) };
};

export type Fates = Readonly<Record<Fate, Tally>>;

/** The file by what became of it. Its fates add up to the file: every `difference` is 0 when nothing was lost. */
export interface Balance {
  readonly fates: Fates;
  /** The same by month, in time. */
  readonly months: readonly (readonly [month: string, fates: Fates])[];
  readonly file: Tally;
  readonly difference: Tally;
  /** Minor units of all posted orders, and pounds by which that differs from the exact sum of their lines. */
  readonly posted: number;
  readonly rounding: Big;
}

export interface Ledger {
  /** `posted`: the order's total in minor units, where the fate is POSTED. */
  enter(share: Share, fate: Fate, posted?: number): void;
  balance(index: FileIndex): Balance;
}

const noFates = (): Record<Fate, Tally> =>
  Object.fromEntries(FATES.map((fate) => [fate, emptyTally])) as Record<Fate, Tally>;

/** Adds up, document by document, what the first reading of the file added up row by row. */
export const createLedger = (): Ledger => {
  const fates = noFates();
  const months = new Map<string, Record<Fate, Tally>>();
  let posted = 0;
  return {
    enter({ month, tally }, fate, amount = 0) {
      fates[fate] = addTallies(fates[fate], tally);
      const ofMonth = months.get(month) ?? noFates();
      ofMonth[fate] = addTallies(ofMonth[fate], tally);
      months.set(month, ofMonth);
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
      const inTime = [...months].sort(([one], [other]) => Number(one > other) - Number(one < other));
      const rounding = new Big(posted).div(100).minus(fates.POSTED.amount);
      return { fates, months: inTime, file, difference, posted, rounding };
    },
  };
};
