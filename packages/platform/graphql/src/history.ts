import type { Recorded } from '@waybill/engine';
import { ActorRef } from './actor.ts';
import { pastOf } from './as-of/past.ts';
import { builder } from './builder.ts';
import { commandById, type StoredCommand } from './commands-by-id.ts';
import type { GraphContext } from './context.ts';
import { type EventReference, eventById } from './events-by-id.ts';
import { summaryOf } from './summary.ts';

export const CommandRef = builder.objectRef<Pick<StoredCommand, 'id'>>('CommandRef').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    type: t.string({
      nullable: true,
      resolve: async ({ id }, _args, context) => (await commandById(context, id))?.type ?? null,
    }),
  }),
});

export const EventRef = builder.objectRef<EventReference>('EventRef').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    type: t.exposeString('type'),
    stream: t.exposeString('stream'),
    position: t.expose('position', { type: 'BigInt' }),
    summary: t.string({ description: 'One line for people.', resolve: summaryOf }),
    occurredAt: t.expose('occurredAt', { type: 'DateTime' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime' }),
  }),
});

/** The event that caused the command that made this event; none where a person sent it. */
const causeOf = async (event: Recorded, context: GraphContext): Promise<EventReference | undefined> => {
  const direct = event.causationId ? await eventById(context, event.causationId) : undefined;
  if (direct || !event.commandId) return direct;
  const command = await commandById(context, event.commandId);
  return command?.causationId ? eventById(context, command.causationId) : undefined;
};

export const HistoryEvent = builder.objectRef<Recorded>('HistoryEvent').implement({
  fields: (t) => ({
    id: t.exposeID('eventId'),
    type: t.exposeString('type'),
    summary: t.string({ description: 'One line for people.', resolve: summaryOf }),
    stream: t.exposeString('streamId'),
    category: t.exposeString('category', { description: 'The kind of aggregate, e.g. order.' }),
    aggregateId: t.id({ resolve: ({ id }) => id }),
    version: t.exposeInt('version'),
    position: t.expose('position', { type: 'BigInt' }),
    actor: t.expose('actor', { type: ActorRef }),
    command: t.field({
      type: CommandRef,
      nullable: true,
      description: 'The command that made it.',
      resolve: ({ commandId }) => (commandId ? { id: commandId } : null),
    }),
    causedBy: t.field({
      type: EventRef,
      nullable: true,
      description: 'The event that caused that command, where a process sent it.',
      resolve: (event, _args, context) => causeOf(event, context),
    }),
    correlationId: t.exposeID('correlationId'),
    occurredAt: t.expose('occurredAt', { type: 'DateTime' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime' }),
    data: t.field({
      type: 'JSON',
      description: 'What it recorded; personal data in plain, null once the person is forgotten.',
      resolve: ({ data }) => data,
    }),
  }),
});

/** The events of several streams as one story, oldest first. */
export const readStory = async ({ engine }: GraphContext, streams: readonly string[]): Promise<Recorded[]> => {
  const histories = await Promise.all([...new Set(streams)].map((stream) => engine.history(stream)));
  return histories.flat().sort((a, b) => a.position - b.position);
};

/** The events of several streams as one story, oldest first; those up to then where `row` is of the past. */
export const storyOf = async (context: GraphContext, row: object, streams: readonly string[]): Promise<Recorded[]> => {
  const past = pastOf(row);
  return past ? past.story(streams) : readStory(context, streams);
};

builder.queryField('history', (t) =>
  t.field({
    type: [HistoryEvent],
    description: 'The events of one aggregate, by its stream (e.g. order-<id>), oldest first.',
    args: { stream: t.arg.string({ required: true }) },
    resolve: (_root, { stream }, { engine }) => engine.history(stream),
  }),
);

const LATEST = `
  select min(position) as first
    from (select position from es.events where position <= $1 order by position desc limit $2) as newest`;

builder.queryField('recentEvents', (t) =>
  t.field({
    type: [HistoryEvent],
    description: 'The newest events of the whole log, newest first.',
    args: { first: t.arg.int({ defaultValue: 20 }) },
    resolve: async (_root, { first }, { store, pool, engine }) => {
      const limit = Math.min(Math.max(first ?? 20, 1), 100);
      const { rows } = await pool.query<{ first: number | null }>(LATEST, [await store.watermark(), limit]);
      const start = rows[0]?.first;
      if (start === null || start === undefined) return [];
      const page = await store.feed(start - 1, { limit });
      return (await engine.decode([...page.events])).reverse();
    },
  }),
);
