import { numberTypes } from '@waybill/db';
import type { Pool } from 'pg';
import { EVENT_COLUMNS, type EventRow, toRecordedEvent } from './event-row.ts';
import type { FeedOptions, FeedPage } from './event-store.ts';

// offset 0: the function is called once, not once per column.
const SQL = `select f.watermark, ${EVENT_COLUMNS}
from (select watermark, (event).* from es.feed($1, $2, $3) offset 0) as e, lateral (select e.watermark) as f`;

/** A page of the log. The function itself keeps the order of reading that makes it complete. */
export const readFeed = async (pool: Pool, after: number, { types, limit }: FeedOptions): Promise<FeedPage> => {
  const { rows } = await pool.query<[number, ...EventRow] | [number, null]>({
    name: 'es-feed',
    types: numberTypes,
    text: SQL,
    values: [after, types ? [...new Set(types)] : null, limit], // a type that is named twice must not come twice
    rowMode: 'array',
  });
  const events = rows.flatMap(([, ...row]) => (isEvent(row) ? [toRecordedEvent(row)] : []));
  return { events, watermark: rows[0]?.[0] ?? 0 };
};

const isEvent = (row: EventRow | readonly [null]): row is EventRow => row[0] !== null;
