import type { Counters } from '../../define/counters.ts';
import type { Row, RowChanges } from '../row-store.ts';

export interface CountChanges {
  /** [key, the row as JSON] */
  readonly rows: readonly (readonly [string, string])[];
  readonly gone: readonly string[];
  /** [counter, what is added to it]; as texts, because a script's numbers are not exact. */
  readonly counts: readonly (readonly [string, string])[];
}

/** What a batch changes: of every row that it touched, what it counts for now and no longer counts for. Pure. */
export const changesOf = (
  { counts }: Pick<Counters, 'counts'>,
  before: ReadonlyMap<string, Row>,
  { rows, gone }: RowChanges,
): CountChanges => {
  const sums = new Map<string, number>();
  const add = (row: Row | undefined, sign: 1 | -1) => {
    for (const [name, by] of Object.entries(row ? counts(row) : {}))
      if (by !== 0) sums.set(name, (sums.get(name) ?? 0) + sign * by);
  };
  const keyed = rows.map((row) => [String(row.id), row] as const);
  for (const [key, row] of keyed) {
    add(before.get(key), -1);
    add(row, 1);
  }
  for (const key of gone) add(before.get(key), -1);
  return {
    rows: keyed.map(([key, row]) => [key, JSON.stringify(row)] as const),
    gone,
    counts: [...sums].map(([name, by]) => {
      if (!Number.isSafeInteger(by))
        throw new Error(`The counter ${name} would change by ${by}: count in whole numbers.`);
      return [name, String(by)] as const;
    }),
  };
};
