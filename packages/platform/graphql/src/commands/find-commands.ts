import type { Pool } from 'pg';
import {
  COMMAND_COLUMNS,
  type CommandRow,
  type CommandState,
  STATE,
  type StoredCommand,
  toCommand,
} from '../commands-by-id.ts';
import type { CommandFilter } from './command-filter.ts';

/** A page looks at no more commands than these for what no index leads to. */
export const SEARCHED = 20_000;

/** A place in the list: when it was decided (queued, where it waits; milliseconds), then its id. */
export interface Place {
  readonly at: number;
  readonly id: string;
}
export interface PlacedCommand extends StoredCommand {
  readonly place: Place;
}
export interface CommandWindow {
  /** Both exclusive; null: open. */
  readonly newerThan: Place | null;
  readonly olderThan: Place | null;
  /** The newest of the window first; otherwise the oldest. */
  readonly newestFirst: boolean;
  readonly limit: number;
}
export interface FoundCommands {
  readonly commands: readonly PlacedCommand[];
  /** Where the search stopped before the window's end, because it had looked at enough; null where it saw the end. */
  readonly searchedTo: Place | null;
}

const WAITS: readonly CommandState[] = ['queued', 'failed'];
const DECIDED: readonly CommandState[] = ['accepted', 'rejected', 'cancelled', 'failed'];

/** Where the commands of a filter come from, each along an index: a batch; or what is decided, and what waits. */
const sourcesOf = ({ outcomes, batchId }: CommandFilter): string[] => {
  const asked = (states: readonly CommandState[]) => !outcomes || outcomes.some((state) => states.includes(state));
  if (batchId !== null) return ['es.queued_commands where batch_id = $5::uuid'];
  const refusedOnly = outcomes && !outcomes.includes('accepted') ? " and outcome <> 'accepted'" : '';
  return [
    ...(asked(DECIDED) ? [`es.commands where true${refusedOnly}`] : []),
    ...(asked(WAITS) ? ["es.queued_commands where status in ('queued', 'failed')"] : []),
  ];
};

const pageSql = (filter: CommandFilter, newestFirst: boolean): string => {
  const [order, reverse, edge] = newestFirst ? ['desc', 'asc', 'desc'] : ['asc', 'desc', 'asc'];
  const looked = sourcesOf(filter).map((source, number) => {
    const at = source.startsWith('es.commands') ? 'recorded_at' : 'enqueued_at';
    return `(select ${number} as source, command_id as id, ${at} as at from ${source}
               and (${at}, command_id) > ($1::timestamptz, $2::uuid) and (${at}, command_id) < ($3::timestamptz, $4::uuid)
             order by ${at} ${order}, command_id ${order} limit $13)`;
  });
  return `
  with looked as materialized (${looked.join(' union all ')}),
  -- how far every source was looked through that was not looked through to its end
  edges as (
    select at, id from (
      select distinct on (source) at, id, count(*) over (partition by source) as count from looked
      order by source, at ${reverse}, id ${reverse}
    ) as last_of_source where count >= $13 order by at ${edge}, id ${edge} limit 1
  ),
  page as (
    select looked.at as "placeAt", ${COMMAND_COLUMNS}
      from looked
      left join es.commands c on c.command_id = looked.id
      left join es.queued_commands q on q.command_id = looked.id
     where ($6::text[] is null or ${STATE} = any($6))
       and ($7::text[] is null or coalesce(c.type, q.type) = any($7))
       and ($8::text is null or $8 = (select case a ->> 'kind' when 'user' then a ->> 'name' else a ->> 'id' end
                                      from coalesce(c.actor, q.actor) as a))
       and ($9::text is null or coalesce(c.stream_id, q.target_stream) = $9)
       and ($10::uuid is null or c.correlation_id = $10)
       and ($11::timestamptz is null or looked.at >= $11)
       and ($12::timestamptz is null or looked.at < $12)
       -- decided since it was looked at in the queue: it stands among the decided ones already
       and (source = 0 or c.command_id is null or $5::uuid is not null)
     order by looked.at ${order}, looked.id ${order} limit $14
  )
  select page.*, edges.at as "edgeAt", edges.id as "edgeId"
    from (select) as one left join edges on true left join page on true
   order by page."placeAt" ${order}, page.id ${order}`;
};

const FIRST: Place = { at: 0, id: '00000000-0000-0000-0000-000000000000' };
const LAST: Place = { at: Date.UTC(9_999, 0, 1), id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };
const later = (a: Place, b: Date | null): Place => (b && b.getTime() > a.at ? { at: b.getTime() - 1, id: LAST.id } : a);
const earlier = (a: Place, b: Date | null): Place => (b && b.getTime() < a.at ? { at: b.getTime(), id: FIRST.id } : a);

/** Whether something is asked for that the source does not settle by itself. */
const needsSearch = ({ types, actor, stream, correlationId, outcomes }: CommandFilter): boolean =>
  [types, actor, stream, correlationId, outcomes].some((one) => one !== null);

type Row = CommandRow & { readonly placeAt: Date; readonly edgeAt: Date | null; readonly edgeId: string | null };

/** The commands of a window that match a filter, in the window's order. */
export const findCommands = async (
  pool: Pool,
  filter: CommandFilter,
  window: CommandWindow,
): Promise<FoundCommands> => {
  const { newestFirst, limit } = window;
  const from = later(window.newerThan ?? FIRST, filter.from);
  const to = earlier(window.olderThan ?? LAST, filter.to);
  const looked = needsSearch(filter) ? SEARCHED : limit;
  const { outcomes, types, actor, stream, correlationId, batchId } = filter;
  const { rows } = await pool.query<Row>(pageSql(filter, newestFirst), [
    new Date(from.at),
    from.id,
    new Date(to.at),
    to.id,
    batchId,
    outcomes,
    types,
    actor,
    stream,
    correlationId,
    filter.from,
    filter.to,
    looked,
    limit,
  ]);
  const commands = rows.flatMap(({ placeAt, edgeAt: _at, edgeId: _id, ...row }) =>
    row.id === null ? [] : [{ ...toCommand(row), place: { at: placeAt.getTime(), id: row.id } }],
  );
  const { edgeAt = null, edgeId = null } = rows[0] ?? {};
  const stopped = edgeAt !== null && edgeId !== null && looked === SEARCHED && commands.length < limit;
  return { commands, searchedTo: stopped ? { at: edgeAt.getTime(), id: edgeId } : null };
};
