import type { Actor } from '@waybill/engine';
import { isId } from '@waybill/kernel';
import { ActorRef } from '../actor.ts';
import { batched } from '../batch.ts';
import { builder } from '../builder.ts';
import type { GraphContext } from '../context.ts';
import { QueueEntryRef } from './command.ts';

/** Commands that were queued together, and how far they are. */
export interface Batch {
  readonly id: string;
  readonly total: number;
  readonly queued: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly failed: number;
  readonly cancelled: number;
  readonly enqueuedAt: Date;
  readonly notBefore: Date;
  readonly lastFinishedAt: Date | null;
  readonly enqueuedBy: Actor;
}

const counted = (state: string): string => `count(*) filter (where status = '${state}')::int as ${state}`;
const SELECT = `
  select batch_id as id, count(*)::int as total,
         ${['queued', 'accepted', 'rejected', 'failed', 'cancelled'].map(counted).join(', ')},
         min(enqueued_at) as "enqueuedAt", min(not_before) as "notBefore", max(finished_at) as "lastFinishedAt",
         (array_agg(actor order by id))[1] as "enqueuedBy"
    from es.queued_commands
   where batch_id = any($1::uuid[])
   group by batch_id`;

/** Batched, as everything here. */
export const batchById = batched<GraphContext, Batch>(async ({ pool }, ids) => {
  const { rows } = await pool.query<Batch>(SELECT, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
});

export const CommandBatch = builder.objectRef<Batch>('CommandBatch').implement({
  description: 'Commands that were queued together. Its commands: `commands(filter: { batchId })`.',
  fields: (t) => ({
    id: t.exposeID('id'),
    total: t.exposeInt('total'),
    queued: t.exposeInt('queued', { description: 'They wait.' }),
    accepted: t.exposeInt('accepted'),
    rejected: t.exposeInt('rejected'),
    failed: t.exposeInt('failed'),
    cancelled: t.exposeInt('cancelled'),
    done: t.boolean({ description: 'None of them waits.', resolve: ({ queued }) => queued === 0 }),
    notBefore: t.expose('notBefore', { type: 'DateTime' }),
    enqueuedAt: t.expose('enqueuedAt', { type: 'DateTime' }),
    enqueuedBy: t.expose('enqueuedBy', { type: ActorRef }),
    lastFinishedAt: t.expose('lastFinishedAt', { type: 'DateTime', nullable: true }),
  }),
});

builder.objectFields(QueueEntryRef, (t) => ({
  batch: t.field({
    type: CommandBatch,
    nullable: true,
    resolve: async ({ batchId }, _args, context) => (batchId ? ((await batchById(context, batchId)) ?? null) : null),
  }),
}));

builder.queryField('commandBatch', (t) =>
  t.field({
    type: CommandBatch,
    nullable: true,
    description: 'How far the commands are that were queued together.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, context) =>
      isId(id) ? ((await batchById(context, id.toLowerCase())) ?? null) : null,
  }),
);
