import { numberTypes } from '@waybill/db';
import type { Pool } from 'pg';
import { EVENT_COLUMNS, type EventRow, toRecordedEvent } from './event-row.ts';
import type { LoadOptions, RecordedEvent } from './event-store.ts';

export interface LoadRequest extends LoadOptions {
  readonly streamId: string;
}

const SQL = `select wish.n, ${EVENT_COLUMNS}
from unnest($1::text[], $2::bigint[], $3::bigint[]) with ordinality as wish (stream_id, from_version, to_version, n)
cross join lateral (
  select * from es.events s
  where s.stream_id = wish.stream_id and s.version between wish.from_version and wish.to_version
  order by s.version
) as e
order by wish.n, e.version`;

/** Several streams, or parts of them, in one round trip; each by version. */
export const loadStreams = async (
  pool: Pool,
  requests: readonly LoadRequest[],
): Promise<readonly (readonly RecordedEvent[])[]> => {
  const { rows } = await pool.query<[number, ...EventRow]>({
    name: 'es-load',
    types: numberTypes,
    text: SQL,
    values: [
      requests.map(({ streamId }) => streamId),
      requests.map(({ fromVersion }) => fromVersion ?? 1),
      requests.map(({ toVersion }) => toVersion ?? Number.MAX_SAFE_INTEGER),
    ],
    rowMode: 'array',
  });
  const streams: RecordedEvent[][] = requests.map(() => []);
  for (const [n, ...row] of rows) streams[n - 1]?.push(toRecordedEvent(row));
  return streams;
};
