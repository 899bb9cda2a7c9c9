import type { Pool } from 'pg';
import { contentOf } from './event-content.ts';
import type { Leaf } from './leaves.ts';
import { FIRST_PAGE, nextPageSize } from './page-size.ts';
import { readContents } from './read-contents.ts';
import { sha256 } from './sha256.ts';

/** The leaves of the first `limit` events after a position up to another; of the events themselves a page is held at a time. */
export const readLeaves = async (pool: Pool, after: number, until: number, limit: number): Promise<Leaf[]> => {
  const leaves: Leaf[] = [];
  let size = FIRST_PAGE;
  for (let at = after; leaves.length < limit; ) {
    const page = await readContents(pool, at, until, Math.min(size, limit - leaves.length));
    const last = page.at(-1);
    if (!last) return leaves;
    for (const row of page) leaves.push({ position: Number(row[0]), contentHash: sha256(contentOf(row)) });
    at = Number(last[0]);
    size = nextPageSize(page, size);
  }
  return leaves;
};
