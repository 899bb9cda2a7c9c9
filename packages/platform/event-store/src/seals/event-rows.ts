import type { Pool } from 'pg';
import type { Row } from './compare-events.ts';
import { type ContentRow, contentOf } from './event-content.ts';
import { readContents } from './read-contents.ts';
import { sha256 } from './sha256.ts';

const PAGE = 2_000;

const toRow = (row: ContentRow): Row => ({
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
}

/** Reads ahead by a page: Postgres reads while we hash. `end` must not be above the watermark. */
export const eventRows = (pool: Pool, end: number): EventRows => {
  const read = (after: number) => {
    const page = after < end ? readContents(pool, after, end, PAGE) : Promise.resolve([]);
    page.catch(() => {}); // reported where it is awaited
    return page;
  };
  let coming = read(0);
  let page: readonly ContentRow[] = [];
  let at = 0;

  const more = async (): Promise<boolean> => {
    page = await coming;
    at = 0;
    const last = page.at(-1);
    coming = read(last && page.length === PAGE ? Number(last[0]) : end);
    return page.length > 0;
  };
  return {
    async upTo(position) {
      const rows: Row[] = [];
      for (;;) {
        const row = page[at];
        if (!row) {
          if (!(await more())) return rows;
        } else if (Number(row[0]) > position) {
          return rows;
        } else {
          rows.push(toRow(row));
          at += 1;
        }
      }
    },
  };
};
