import type { Pool } from 'pg';
import type { Row } from './compare-events.ts';
import { type ContentRow, contentOf } from './event-content.ts';
import { FIRST_PAGE, nextPageSize } from './page-size.ts';
import { readContents } from './read-contents.ts';
import { sha256 } from './sha256.ts';

export const toRow = (row: ContentRow): Row => ({
  position: Number(row[0]),
  streamId: row[1],
  version: Number(row[2]),
  type: row[3],
  contentHash: sha256(contentOf(row)),
});

/** The rows of the log, in order, in the portions that are asked for. */
export interface EventRows {
  /** The rows after what was taken before, up to a position. */
  upTo(position: number): Promise<Row[]>;
  /** Leaves out the rows up to a position. */
  passTo(position: number): Promise<void>;
}

/** Reads ahead by a page: Postgres reads while we hash. `end` must not be above the watermark. */
export const eventRows = (pool: Pool, end: number): EventRows => {
  let size = FIRST_PAGE;
  const read = (after: number) => {
    const asked = size;
    const page = after < end ? readContents(pool, after, end, asked) : Promise.resolve([]);
    const next = page.then((rows) => ({ rows, full: rows.length === asked }));
    next.catch(() => {}); // reported where it is awaited
    return next;
  };
  let coming = read(0);
  let page: readonly ContentRow[] = [];
  let at = 0;

  const more = async (): Promise<boolean> => {
    const { rows, full } = await coming;
    page = rows;
    at = 0;
    size = nextPageSize(rows, size);
    const last = rows.at(-1);
    coming = read(last && full ? Number(last[0]) : end);
    return rows.length > 0;
  };
  const take = async (position: number, each: (row: ContentRow) => void): Promise<void> => {
    for (;;) {
      const row = page[at];
      if (!row) {
        if (!(await more())) return;
      } else if (Number(row[0]) > position) {
        return;
      } else {
        each(row);
        at += 1;
      }
    }
  };
  return {
    async upTo(position) {
      const rows: Row[] = [];
      await take(position, (row) => rows.push(toRow(row)));
      return rows;
    },
    passTo: (position) => take(position, () => {}),
  };
};
