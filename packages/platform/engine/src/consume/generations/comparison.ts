/** What the rows of a rebuild are, beside those that they are to replace. */
export interface Comparison {
  readonly equal: boolean;
  readonly rowsBefore: number;
  readonly rowsAfter: number;
  /** Over all rows; null for rows that were not read as a whole. */
  readonly checksumBefore: string | null;
  readonly checksumAfter: string | null;
  /** How many keys have other rows than before; counted up to {@link NAMED}. */
  readonly differing: number;
  /** The first of them. */
  readonly keys: readonly string[];
  /** Keys that are parked on either side, and were not compared. */
  readonly parked: number;
}

/** So many differing keys are looked for. */
export const NAMED = 1_000;
/** So many are reported by name. */
export const SHOWN = 20;
