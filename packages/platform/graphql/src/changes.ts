import { type Change, InvalidCursor, type TooLongAway, UnknownTopic } from '@waybill/live';
import { GraphQLError } from 'graphql';
import { ActorRef } from './actor.ts';
import { builder } from './builder.ts';
import type { GraphContext } from './context.ts';
import { CommandRef } from './history.ts';
import { summaryOf } from './summary.ts';

const ChangeRef = builder.objectRef<Change>('Change').implement({
  description: 'Something happened, and the views it belongs to show it.',
  fields: (t) => ({
    cursor: t.expose('cursor', { type: 'Cursor' }),
    event: t.exposeString('event', { description: 'The type of the event, e.g. OrderPlaced.' }),
    stream: t.exposeString('stream'),
    aggregateId: t.exposeID('aggregateId'),
    version: t.exposeInt('version'),
    position: t.expose('position', { type: 'BigInt' }),
    actor: t.expose('actor', { type: ActorRef }),
    command: t.field({
      type: CommandRef,
      nullable: true,
      resolve: ({ command }) => (command ? { id: command } : null),
    }),
    causedBy: t.exposeID('causedBy', { nullable: true }),
    keys: t.exposeStringList('keys', { description: 'The keys of the rows that changed.' }),
    topics: t.exposeStringList('topics'),
    summary: t.string({ description: 'One line for people.', resolve: ({ event }) => summaryOf({ type: event }) }),
    occurredAt: t.expose('occurredAt', { type: 'DateTime' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime' }),
  }),
});

const TooLongAwayRef = builder.objectRef<TooLongAway>('TooLongAway').implement({
  description: 'The cursor is older than what is kept for subscribers: reload, then subscribe anew from `cursor`.',
  fields: (t) => ({ cursor: t.expose('cursor', { type: 'Cursor' }) }),
});

export const ChangeResult = builder.unionType('ChangeResult', {
  types: [ChangeRef, TooLongAwayRef],
  resolveType: (value) => ('event' in value ? ChangeRef : TooLongAwayRef),
});

interface Wanted {
  readonly after?: string | null | undefined;
  readonly topics?: readonly string[] | null | undefined;
  readonly ids?: readonly string[] | null | undefined;
}

/** The hub's changes; a cursor or topic that cannot be is the client's mistake, and said so. */
export const changesOf = ({ hub }: GraphContext, { after, topics, ids }: Wanted) => {
  try {
    return hub.changes({ after: after ?? null, topics: topics ?? null, ids: ids ?? null });
  } catch (error) {
    if (!(error instanceof InvalidCursor || error instanceof UnknownTopic)) throw error;
    throw new GraphQLError(error.message, { extensions: { code: 'BAD_USER_INPUT' } });
  }
};

builder.subscriptionField('changes', (t) =>
  t.field({
    type: ChangeResult,
    description: `What changed, in order, each change once. With \`after\`: first everything since that cursor, then live. Topics are
projections by name (\`reporting.order_board\`); ids are aggregates'. Left out: all.`,
    args: { after: t.arg({ type: 'Cursor' }), topics: t.arg.stringList(), ids: t.arg.idList() },
    subscribe: (_root, args, context) => changesOf(context, args),
    resolve: (change) => change,
  }),
);
