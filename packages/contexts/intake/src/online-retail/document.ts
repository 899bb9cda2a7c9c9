import { isMalformed, type MalformedRow, type Row } from './row.ts';
import { ukInstant } from './uk-time.ts';

/** A whole document: all rows of the file with its number, in the file's order, wherever they stood. */
export interface RetailDocument {
  /** '536365', 'C536379'; null for malformed rows that name no document (each stands alone). */
  readonly number: string | null;
  readonly rows: readonly Row[];
  /** A document with any of these waits as a whole. */
  readonly malformed: readonly MalformedRow[];
}

/** Sorts out what came under one number. */
export const documentOf = (number: string | null, rows: readonly (Row | MalformedRow)[]): RetailDocument => ({
  number,
  rows: rows.filter((row): row is Row => !isMalformed(row)),
  malformed: rows.filter(isMalformed),
});

/** When it happened (UTC): the earliest of its rows, for some documents were typed across a full minute. */
export const occurredAt = ({ rows }: RetailDocument): Date | null => {
  const [earliest] = rows.map((row) => row.localTime).sort();
  return earliest === undefined ? null : ukInstant(earliest);
};
