import { numberTypes } from '@waybill/db';
import type { Recorded } from '@waybill/engine';
import { EVENT_COLUMNS, type EventRow, toRecordedEvent } from '@waybill/event-store';
import { isId } from '@waybill/kernel';
import { ActorRef } from '../actor.ts';
import { batched, groupBy } from '../batch.ts';
import { builder } from '../builder.ts';
import { type CommandState, commandById, type QueueEntry, type StoredCommand } from '../commands-by-id.ts';
import type { GraphContext } from '../context.ts';
import { HistoryEvent } from '../history.ts';

export const CommandOutcome = builder.enumType('CommandOutcome', {
  values: {
    QUEUED: { value: 'queued', description: 'It waits for its time, its turn or its next try.' },
    ACCEPTED: { value: 'accepted' },
    REJECTED: { value: 'rejected', description: 'Refused for a reason: see `refusal`.' },
    FAILED: { value: 'failed', description: 'It was queued and given up, for a fault: see `queue.lastError`.' },
    CANCELLED: { value: 'cancelled', description: 'It was taken out of the queue before its time.' },
  } as const satisfies Record<string, { value: CommandState; description?: string }>,
});

export const QueueEntryRef = builder.objectRef<QueueEntry>('CommandQueueEntry').implement({
  description: 'How a command stands, or stood, in the queue.',
  fields: (t) => ({
    notBefore: t.expose('notBefore', { type: 'DateTime', description: 'It is not executed before.' }),
    priority: t.exposeInt('priority'),
    attempts: t.exposeInt('attempts', { description: 'How often it was tried.' }),
    nextAttemptAt: t.expose('nextAttemptAt', { type: 'DateTime', nullable: true }),
    lastError: t.exposeString('lastError', { nullable: true, description: 'What the last try ended with.' }),
    enqueuedAt: t.expose('enqueuedAt', { type: 'DateTime' }),
    finishedAt: t.expose('finishedAt', { type: 'DateTime', nullable: true }),
  }),
});

const EVENTS = `
  select ${EVENT_COLUMNS}
    from jsonb_to_recordset($1::jsonb) as w (id uuid, first bigint, last bigint)
    join es.events e on e.position between w.first and w.last and e.command_id = w.id
   order by e.position`;

/** The events of commands, by `<id> <first position> <last position>`. Batched. */
const eventsOf = batched<GraphContext, Recorded[]>(async ({ pool, engine }, keys) => {
  const wanted = keys.map((key) => {
    const [id, first, last] = key.split(' ');
    return { id, first, last };
  });
  const values = [JSON.stringify(wanted)];
  const { rows } = await pool.query<[...EventRow]>({ text: EVENTS, values, rowMode: 'array', types: numberTypes });
  const events = groupBy(await engine.decode(rows.map(toRecordedEvent)), ({ commandId }) => commandId ?? '');
  return new Map(keys.map((key) => [key, events.get(key.split(' ')[0] ?? '') ?? []]));
});

/** One line for people: why it was not accepted. */
const messageOf = ({ outcome, refusal, queue }: StoredCommand): string | null => {
  if (outcome === 'accepted') return null;
  return refusal?.message ?? queue?.lastError ?? null;
};

export const Command = builder.objectRef<StoredCommand>('Command').implement({
  description: 'A command, and what became of it.',
  fields: (t) => ({
    id: t.exposeID('id'),
    type: t.exposeString('type'),
    stream: t.exposeString('stream', { nullable: true }),
    outcome: t.expose('outcome', { type: CommandOutcome }),
    refusal: t.field({
      type: 'JSON',
      nullable: true,
      description: 'Null where it was accepted, or has not been decided.',
      resolve: ({ refusal }) => refusal,
    }),
    message: t.string({
      nullable: true,
      description: 'Why it was not accepted, or what its last try ended with: one line for people.',
      resolve: messageOf,
    }),
    actor: t.expose('actor', { type: ActorRef }),
    correlationId: t.exposeID('correlationId', { nullable: true, description: 'Of the story that it belongs to.' }),
    causationId: t.exposeID('causationId', { nullable: true, description: 'The event that caused it.' }),
    issuedAt: t.expose('issuedAt', { type: 'DateTime' }),
    decidedAt: t.expose('recordedAt', { type: 'DateTime', nullable: true, description: 'Null while it waits.' }),
    position: t.expose('position', { type: 'BigInt', nullable: true }),
    version: t.exposeInt('version', { nullable: true, description: "The stream's version after it." }),
    events: t.field({
      type: [HistoryEvent],
      description: 'What happened by it.',
      resolve: async ({ id, outcome, firstPosition, position }, _args, context) =>
        outcome === 'accepted' ? ((await eventsOf(context, `${id} ${firstPosition} ${position}`)) ?? []) : [],
    }),
    queue: t.field({
      type: QueueEntryRef,
      nullable: true,
      description: 'Null where it was sent directly.',
      resolve: async ({ id, queue }, _args, context) =>
        queue === undefined ? ((await commandById(context, id))?.queue ?? null) : queue,
    }),
  }),
});

builder.queryField('command', (t) =>
  t.field({
    type: Command,
    nullable: true,
    description: 'A command and what became of it, or that it waits; refused ones too.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, context) =>
      isId(id) ? ((await commandById(context, id.toLowerCase())) ?? null) : null,
  }),
);
