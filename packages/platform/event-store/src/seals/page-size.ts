import type { ContentRow } from './event-content.ts';

const MOST = 1_000;
/** Characters of a page, about: what is held in memory, whatever the size of the events. */
const BUDGET = 4_000_000;

const charactersOf = (rows: readonly ContentRow[]): number =>
  rows.reduce((sum, row) => sum + row[12].length + row[13].length, 0);

/** How many rows the next page may have, judged by the last one; it grows slowly, since big events come in runs. */
export const nextPageSize = (last: readonly ContentRow[], size: number): number => {
  if (last.length === 0) return size;
  const fitting = Math.floor((BUDGET * last.length) / Math.max(charactersOf(last), 1));
  return Math.max(1, Math.min(MOST, size * 4, fitting));
};

/** A first page of unknown events. */
export const FIRST_PAGE = 100;
