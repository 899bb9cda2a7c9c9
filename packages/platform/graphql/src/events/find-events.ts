import { numberTypes } from '@waybill/db';
import { EVENT_COLUMNS, type EventRow, type RecordedEvent, toRecordedEvent } from '@waybill/event-store';
import type { Pool } from 'pg';
import type { EventFilter } from './event-filter.ts';
import { positionAt } from './position-at.ts';

/** A page looks at no more events than these for what no index leads to. */
export const SEARCHED = 20_000;

/** Times and positions of writers at work at the same moment may cross by this much. */
const MARGIN_MS = 60_000;

export interface Window {
  /** Both exclusive. */
  readonly after: number;
  readonly before: number;
  /** The newest of the window first; otherwise the oldest. */
  readonly newestFirst: boolean;
  readonly limit: number;
}
export interface Found {
  readonly events: readonly RecordedEvent[];
  /** Where the search stopped before the window's end, because it had looked at enough; null where it saw the end. */
  readonly searchedTo: number | null;
}

/** Where the positions of a filter come from, in order: always along an index. */
const positionsOf = ({ stream, types, correlationId }: EventFilter, order: 'asc' | 'desc'): string => {
  const inWindow = 'position > $1 and position < $2';
  // Versions grow with positions; bounded by the version, a page deep in a long stream does not read what it skips.
  if (stream !== null)
    return `select position from es.events
             where stream_id = $3 and ${inWindow}
               and version > coalesce((select version from es.events where position = $1 and stream_id = $3), 0)
               and version < coalesce((select version from es.events where position = $2 and stream_id = $3), 9007199254740991)
             order by version ${order} limit $7`;
  if (correlationId !== null)
    return `select position from es.story($5) as story(position) where ${inWindow} order by position ${order} limit $7`;
  if (types !== null)
    return `select next.position from unnest($4::text[]) as wanted(type)
             cross join lateral (
               select position from es.events
                where type = wanted.type and ${inWindow} order by position ${order} limit $7
             ) as next
             order by position ${order} limit $7`;
  return `select position from es.events where ${inWindow} order by position ${order} limit $7`;
};

const REST = `
      ($3::text is null or e.stream_id = $3)
  and ($4::text[] is null or e.type = any($4))
  and ($5::uuid is null or e.correlation_id = $5)
  and ($6::text is null or (case e.actor->>'kind' when 'user' then e.actor->>'name' else e.actor->>'id' end) = $6)
  and ($8::timestamptz is null or e.recorded_at >= $8)
  and ($9::timestamptz is null or e.recorded_at < $9)`;

/** The page, and beside every row how many positions were looked at and the last of them. */
export const pageSql = (filter: EventFilter, newestFirst: boolean): string => {
  const order = newestFirst ? 'desc' : 'asc';
  return `
  with looked as materialized (${positionsOf(filter, order)})
  select searched.count, searched.edge, ${EVENT_COLUMNS}
    from (select count(*)::int as count, ${newestFirst ? 'min' : 'max'}(position) as edge from looked) as searched
    left join (
      select e.* from looked join es.events e on e.position = looked.position
       where ${REST}
       order by looked.position ${order} limit $10
    ) as e on true
   order by e.position ${order}`;
};

/** Whether something is asked for that the source of positions does not settle by itself. */
const needsSearch = ({ stream, types, correlationId, actor, from, to }: EventFilter): boolean =>
  actor !== null ||
  from !== null ||
  to !== null ||
  [stream, types, correlationId].filter((one) => one !== null).length > 1;

const margin = (at: Date, by: number): Date => new Date(at.getTime() + by);

/** The events of a window that match a filter, in the window's order. */
export const findEvents = async (pool: Pool, filter: EventFilter, window: Window): Promise<Found> => {
  const { newestFirst, limit } = window;
  const from = filter.from ? await positionAt(pool, margin(filter.from, -MARGIN_MS), window.before - 1) : 0;
  const to = filter.to ? (await positionAt(pool, margin(filter.to, MARGIN_MS), window.before - 1)) + 1 : window.before;
  const looked = needsSearch(filter) ? SEARCHED : limit;
  const values = [
    Math.max(window.after, from),
    Math.min(window.before, to),
    filter.stream,
    filter.types,
    filter.correlationId,
    filter.actor,
    looked,
    filter.from,
    filter.to,
  ];
  const { rows } = await pool.query<[count: number, edge: number, ...EventRow] | [count: number, edge: number, null]>({
    text: pageSql(filter, newestFirst),
    values: [...values, limit],
    rowMode: 'array',
    types: numberTypes,
  });
  const events = rows.flatMap(([, , ...row]) => (isEvent(row) ? [toRecordedEvent(row)] : []));
  const [count = 0, edge = null] = rows[0] ?? [];
  return { events, searchedTo: count === SEARCHED && events.length < limit ? edge : null };
};

const isEvent = (row: EventRow | readonly [null]): row is EventRow => row[0] !== null;
