import type { Recorded } from '@waybill/engine';
import { isId } from '@waybill/kernel';
import { GraphQLError } from 'graphql';
import { builder } from '../builder.ts';
import type { GraphContext } from '../context.ts';
import { HistoryEvent } from '../history.ts';
import { type PageArgs, pageSizeOf } from '../page-args.ts';
import { type EventFilter, EventFilterInput } from './event-filter.ts';
import { findEvents } from './find-events.ts';

builder.objectFields(HistoryEvent, (t) => ({
  metadata: t.field({
    type: 'JSON',
    description: 'What was noted beside it: where it came from, for instance.',
    resolve: ({ metadata }) => metadata,
  }),
  schemaVersion: t.exposeInt('schemaVersion', { description: 'The version of its type that was written.' }),
  causationId: t.exposeID('causationId', {
    nullable: true,
    description: 'The event or command that caused its command.',
  }),
}));

const EVENT_ID = 'select stream_id as stream, version from es.events where event_id = $1';

builder.queryField('event', (t) =>
  t.field({
    type: HistoryEvent,
    nullable: true,
    description: 'One event by its id.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, { pool, engine }) => {
      if (!isId(id)) return null;
      const { rows } = await pool.query<{ stream: string; version: number }>(EVENT_ID, [id]);
      const [found] = rows;
      if (!found) return null;
      const [event] = await engine.history(found.stream, { fromVersion: found.version, toVersion: found.version });
      return event ?? null;
    },
  }),
);

const badInput = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

const positionOf = (cursor: string | null | undefined): number | undefined => {
  if (cursor == null) return undefined;
  const position = /^\d{1,15}$/.test(cursor) ? Number(cursor) : Number.NaN;
  if (Number.isNaN(position))
    throw badInput(`${cursor.slice(0, 40)} is no cursor of events: send one that this API gave.`);
  return position;
};

const filterOf = (given: typeof EventFilterInput.$inferInput | null | undefined): EventFilter => {
  const { stream, types, correlationId, actor, from, to } = given ?? {};
  if (correlationId && !isId(correlationId)) throw badInput('filter.correlationId is a UUID.');
  return {
    stream: stream || null,
    types: types?.length ? [...new Set(types)] : null,
    correlationId: correlationId || null,
    actor: actor || null,
    from: from ?? null,
    to: to ?? null,
  };
};

const cursorOf = ({ position }: Recorded): string => String(position);

/** Newest first: `after` goes back in time, `before` (with `last`) is what came since. One event more says if there are any. */
const pageOf = async ({ store, pool, engine }: GraphContext, filter: EventFilter, args: PageArgs) => {
  const newestFirst = args.last == null;
  const size = pageSizeOf(args);
  const watermark = await store.watermark();
  const { events, searchedTo } = await findEvents(pool, filter, {
    after: positionOf(args.before) ?? 0,
    before: Math.min(positionOf(args.after) ?? watermark + 1, watermark + 1),
    newestFirst,
    limit: size + 1,
  });
  const shown = await engine.decode(events.slice(0, size));
  if (!newestFirst) shown.reverse();
  const more = events.length > size || searchedTo !== null;
  const first = shown[0];
  const last = shown.at(-1);
  const edge = searchedTo === null ? null : String(searchedTo);
  return {
    edges: shown.map((node) => ({ cursor: cursorOf(node), node })),
    pageInfo: {
      hasNextPage: newestFirst ? more : args.before != null,
      hasPreviousPage: newestFirst ? args.after != null : more,
      startCursor: (newestFirst ? null : edge) ?? (first ? cursorOf(first) : null),
      endCursor: (newestFirst ? edge : null) ?? (last ? cursorOf(last) : null),
    },
    searchedTo,
  };
};

builder.queryField('events', (t) =>
  t.connection(
    {
      type: HistoryEvent,
      description: `The log, newest first; \`before\` the first cursor (with \`last\`) are the events that came since. Streams,
types, correlations and times are found by index; what else is asked for is looked for among these.`,
      args: { filter: t.arg({ type: EventFilterInput }) },
      resolve: (_root, { filter, ...args }, context) => pageOf(context, filterOf(filter), args),
    },
    {
      name: 'EventConnection',
      fields: (c) => ({
        searchedTo: c.field({
          type: 'BigInt',
          nullable: true,
          description: `Where this page stopped searching, as a position, because it had looked at enough events; the next page
goes on from there. Null where nothing that matches was left out.`,
          resolve: (page) => page.searchedTo,
        }),
      }),
    },
    { name: 'EventEdge' },
  ),
);
