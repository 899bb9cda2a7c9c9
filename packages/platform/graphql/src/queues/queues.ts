import { builder } from '../builder.ts';
import type { JobCounts } from '../context.ts';
import { ConsumerKind, KINDS } from '../system.ts';
import { type Lane, readLanes, readTurns, type Turn } from './lanes.ts';

const JobQueue = builder.objectRef<JobCounts>('JobQueue').implement({
  description:
    'Jobs in Redis. A job says that there may be something to do for a consumer; what there is to do, Postgres knows.',
  fields: (t) => ({
    name: t.exposeString('name'),
    waiting: t.exposeInt('waiting'),
    active: t.exposeInt('active'),
    delayed: t.exposeInt('delayed'),
    failed: t.exposeInt('failed'),
    workers: t.exposeInt('workers', { description: 'Worker processes that are connected.' }),
  }),
});

const QueueLane = builder.objectRef<Lane>('QueueLane').implement({
  description: 'What waits in one lane of the outbox or of the command queue, or for one effect.',
  fields: (t) => ({
    name: t.exposeString('name'),
    kind: t.field({ type: ConsumerKind, resolve: ({ kind }) => KINDS[kind] }),
    waiting: t.exposeInt('waiting', { description: 'Due now.' }),
    scheduled: t.exposeInt('scheduled', { description: 'Its time has not come.' }),
    retrying: t.exposeInt('retrying', { description: 'Failed or came too early, and is tried again.' }),
    failed: t.exposeInt('failed', { description: 'Given up: a person decides.' }),
    oldestSeconds: t.exposeFloat('oldestSeconds', { description: 'What is due has been waiting so long.' }),
    lastError: t.exposeString('lastError', { nullable: true }),
  }),
});

const ConsumerTurn = builder.objectRef<Turn>('ConsumerTurn').implement({
  description: 'Which worker drains a consumer, or drained it last.',
  fields: (t) => ({
    consumer: t.exposeString('consumer'),
    generation: t.exposeInt('generation'),
    shard: t.exposeInt('shard'),
    position: t.expose('position', { type: 'BigInt' }),
    worker: t.exposeString('worker'),
    active: t.exposeBoolean('active', { description: 'It has its turn right now.' }),
    until: t.expose('until', { type: 'DateTime', description: 'Its turn ends, or ended, then.' }),
  }),
});

const Queues = builder.objectRef<object>('Queues').implement({
  fields: (t) => ({
    jobs: t.field({
      type: JobQueue,
      nullable: true,
      description: 'Null while Redis does not answer: then the workers look for themselves.',
      resolve: async (_queues, _args, { jobs }) => (await jobs()) ?? null,
    }),
    lanes: t.field({ type: [QueueLane], resolve: (_queues, _args, context) => readLanes(context) }),
    turns: t.field({ type: [ConsumerTurn], resolve: (_queues, _args, context) => readTurns(context) }),
  }),
});

builder.queryField('queues', (t) =>
  t.field({ type: Queues, description: 'What waits, where, and who works on it.', resolve: () => ({}) }),
);
