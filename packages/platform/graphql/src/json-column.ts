/**
 * A JSON column, typed as the row's field that it holds: rows are written by their projection alone, whose row type says
 * what is in it. The database's client knows it as JSON only.
 */
export const jsonColumn = <T>(json: unknown): T => json as T;

/** A list in a JSON column; rows that were written before the column was there have none. */
export const jsonList = <T>(json: unknown): readonly T[] => (json as readonly T[] | null) ?? [];
