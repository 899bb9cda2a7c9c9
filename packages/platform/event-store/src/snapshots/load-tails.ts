import { numberTypes } from '@waybill/db';
import type { Pool } from 'pg';
import { EVENT_COLUMNS, type EventRow, toRecordedEvent } from '../event-row.ts';
import type { RecordedEvent } from '../event-store.ts';
import type { LoadedTail, Snapshot, SnapshotLoad } from './snapshot.ts';

// A stream has no gaps: the state stands beside the first event after it alone, and not beside each.
const SQL = `select wish.n, s.version, s.position,
  case when e.version is null or e.version = s.version + 1 then s.state end,
  case when e.version is null or e.version = s.version + 1 then s.horizon end, ${EVENT_COLUMNS}
from unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[]) with ordinality
  as wish (stream_id, state_schema, snapshot_until, to_version, to_position, n)
left join lateral (
  select version, position, state, horizon from es.snapshots
  where stream_id = wish.stream_id and state_schema = wish.state_schema
    and version <= least(wish.snapshot_until, wish.to_version) and position <= wish.to_position
  order by version desc limit 1
) as s on true
left join lateral (
  select * from es.events t
  where t.stream_id = wish.stream_id and t.version > coalesce(s.version, 0) and t.version <= wish.to_version
    and t.position <= wish.to_position
  order by t.version
) as e on true
order by wish.n, e.version`;

type Row = readonly [
  n: number,
  version: number | null,
  position: number,
  state: unknown,
  horizon: unknown,
  ...(EventRow | readonly [null]),
];

/** Several streams in one round trip: of each the newest snapshot that fits, and the events after it. */
export const loadTails = async (pool: Pool, requests: readonly SnapshotLoad[]): Promise<readonly LoadedTail[]> => {
  const most = (limit: number | undefined) => limit ?? Number.MAX_SAFE_INTEGER;
  const { rows } = await pool.query<[...Row]>({
    name: 'es-load-tails',
    types: numberTypes,
    text: SQL,
    values: [
      requests.map(({ streamId }) => streamId),
      requests.map(({ schema }) => schema),
      requests.map(({ snapshotUntil }) => most(snapshotUntil)),
      requests.map(({ toVersion }) => most(toVersion)),
      requests.map(({ toPosition }) => most(toPosition)),
    ],
    rowMode: 'array',
  });
  const loaded = requests.map((): { snapshot: Snapshot | undefined; tail: RecordedEvent[] } => ({
    snapshot: undefined,
    tail: [],
  }));
  for (const [n, version, position, state, horizon, ...event] of rows) {
    const one = loaded[n - 1];
    if (!one) continue;
    if (version !== null) one.snapshot ??= { version, position, state, horizon };
    if (isEvent(event)) one.tail.push(toRecordedEvent(event));
  }
  return loaded;
};

const isEvent = (row: EventRow | readonly [null]): row is EventRow => row[0] !== null;
