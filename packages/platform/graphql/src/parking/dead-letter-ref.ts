import { ActorRef } from '../actor.ts';
import { builder } from '../builder.ts';
import { HistoryEvent } from '../history.ts';
import { eventAt } from './event-at.ts';
import type { DeadLetterRow } from './find-letters.ts';

const Resolution = builder.enumType('DeadLetterResolution', {
  values: {
    REPLAYED: { description: 'It was tried again, and taken.' },
    SKIPPED: { description: 'A person left it out for good.' },
  } as const,
});

export const DeadLetterRef = builder.objectRef<DeadLetterRow>('DeadLetter').implement({
  description: `An event that a consumer could not take. A projection parks the key: the row stays as it is, and later events of
the same key wait behind this one, in order.`,
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => String(id) }),
    consumer: t.exposeString('consumer', { description: "The projection's or effect's name." }),
    generation: t.exposeInt('generation'),
    shard: t.exposeInt('shard'),
    key: t.exposeString('key', {
      description: 'Of the row that is parked; `stream <id>` where the event could not even say which rows it touches.',
    }),
    position: t.expose('position', { type: 'BigInt' }),
    event: t.field({
      type: HistoryEvent,
      nullable: true,
      resolve: async ({ position }, _args, context) => (await eventAt(context, String(position))) ?? null,
    }),
    error: t.exposeString('error', {
      nullable: true,
      description: 'Why it could not be taken; null where it was only left over by a replay that was cut short.',
    }),
    attempts: t.exposeInt('attempts'),
    failedAt: t.expose('failedAt', { type: 'DateTime' }),
    parkedBy: t.exposeString('parkedBy', { nullable: true, description: 'The worker that could not take it.' }),
    waiting: t.exposeInt('waiting', { description: 'Events of the same key that wait behind it.' }),
    resolvedAt: t.expose('resolvedAt', { type: 'DateTime', nullable: true }),
    resolution: t.field({
      type: Resolution,
      nullable: true,
      resolve: ({ resolution }) =>
        resolution === null ? null : ({ replayed: 'REPLAYED', skipped: 'SKIPPED' } as const)[resolution],
    }),
    resolvedBy: t.expose('resolvedBy', { type: ActorRef, nullable: true }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it was left out.' }),
  }),
});
