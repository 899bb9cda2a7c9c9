import type { Pool } from 'pg';
import type { Row } from './compare-events.ts';
import { CONTENT_COLUMNS, type ContentRow } from './event-content.ts';
import { toRow } from './event-rows.ts';
import { asWritten } from './read-contents.ts';

/** As many are named. */
const MOST = 1_000;

// The sequence is read after the snapshot was taken: what is visible in it was drawn before.
const SQL = `
  select ${CONTENT_COLUMNS} from es.events e
  where e.position <= 0 or e.position > greatest((select last_value from es.events_position), $1)
  order by e.position limit ${MOST}`;

/**
 * Rows where no append can have put them: no reader of the log comes there, and no seal ever will, but whoever loads their
 * stream gets them. `sealedUpTo`: what seals speak for is not stray, even if the sequence was set back.
 */
export const readStrays = async (pool: Pool, sealedUpTo: number): Promise<Row[]> => {
  const { rows } = await pool.query<[...ContentRow]>({
    text: SQL,
    values: [sealedUpTo],
    types: asWritten,
    rowMode: 'array',
  });
  return rows.map(toRow);
};
