import type { Move } from './checkpoint.ts';
import type { Letter } from './parking/letter.ts';

/** A row of a projection, its fields in camelCase. */
export type Row = Readonly<Record<string, unknown>>;

/** What a batch makes of the rows that it touched. */
export interface RowChanges {
  readonly rows: readonly Row[];
  /** Keys of rows that are no more. */
  readonly gone: readonly string[];
}

/** A batch's results: rows, and what of it is parked. */
export type Step = Move & RowChanges & { readonly letters: readonly Letter[] };

/** Whether this step parks a key that was not parked before. */
export const parksAnew = ({ letters }: Pick<Step, 'letters'>): boolean => letters.some(({ error }) => error !== null);

/**
 * The rows of one shard of one generation of a projection, wherever they are kept. `save` is one atomic call: it writes
 * rows and position together, and answers false, with nothing written, where the rows do not stand at `from` any more or
 * a newer epoch has written, or the park is not the one of `parks` any more. So an event counts once, however many workers
 * believe that the shard is theirs. Letters are never lost: they are written with the rows, or before them.
 */
export interface RowStore {
  /** The rows with these keys, by key; a key without a row is missing. */
  load(keys: readonly string[]): Promise<ReadonlyMap<string, Row>>;
  save(step: Step): Promise<boolean>;
}
