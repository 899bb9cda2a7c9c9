import type { GenerationState, ShardState } from '@waybill/engine';
import { ActorRef } from '../actor.ts';
import { builder } from '../builder.ts';
import { ComparisonRef } from './comparison.ts';

const ShardRef = builder.objectRef<ShardState>('ProjectionShard').implement({
  fields: (t) => ({
    shard: t.exposeInt('shard'),
    position: t.expose('position', { type: 'BigInt', description: 'Of the last event that it folded.' }),
    lagEvents: t.exposeInt('lagEvents', {
      description: 'Events it has yet to fold; counted up to 1,000 of each type.',
    }),
    lagSeconds: t.exposeFloat('lagSeconds'),
  }),
});

const RebuildStatus = builder.enumType('ProjectionRebuildStatus', { values: ['BUILDING', 'BLOCKED'] as const });
const RebuildReason = builder.enumType('ProjectionRebuildReason', {
  values: {
    VERSION: { description: 'The first rows of a changed version of the code.' },
    MANUAL: { description: 'A person asked for it.' },
  },
});

const secondsBetween = (from: Date, to: Date): number => Math.max((to.getTime() - from.getTime()) / 1_000, 0);

export const GenerationRef = builder.objectRef<GenerationState>('ProjectionGeneration').implement({
  description: 'The rows of a projection as one version of its fold made them.',
  fields: (t) => ({
    generation: t.exposeInt('generation'),
    version: t.exposeInt('version'),
    table: t.string({ resolve: ({ schema, table }) => `${schema}.${table}` }),
    shards: t.field({ type: [ShardRef], resolve: ({ shardStates }) => [...shardStates] }),
    startedAt: t.expose('startedAt', { type: 'DateTime' }),
    startedBy: t.expose('startedBy', { type: ActorRef, nullable: true }),
    liveSince: t.field({
      type: 'DateTime',
      nullable: true,
      resolve: ({ status, finishedAt }) => (status === 'live' ? finishedAt : null),
    }),
    comparison: t.expose('comparison', {
      type: ComparisonRef,
      nullable: true,
      description: 'With the rows that it replaced; null for the first rows of a version.',
    }),
  }),
});

export const RebuildRef = builder.objectRef<GenerationState>('ProjectionRebuild').implement({
  description: 'New rows that are filled beside the live ones, to take their place.',
  fields: (t) => ({
    generation: t.exposeInt('generation'),
    status: t.field({
      type: RebuildStatus,
      description: 'BLOCKED: its rows differ from the live ones, which stay. See `comparison`.',
      resolve: ({ status }) => (status === 'blocked' ? 'BLOCKED' : 'BUILDING'),
    }),
    reason: t.field({ type: RebuildReason, resolve: ({ reason }) => (reason === 'manual' ? 'MANUAL' : 'VERSION') }),
    progress: t.exposeFloat('progress', { description: 'From 0 to 1: how far it has come through the log.' }),
    shards: t.field({ type: [ShardRef], resolve: ({ shardStates }) => [...shardStates] }),
    startedAt: t.expose('startedAt', { type: 'DateTime' }),
    startedBy: t.expose('startedBy', { type: ActorRef, nullable: true }),
    finishedAt: t.expose('finishedAt', { type: 'DateTime', nullable: true }),
    seconds: t.float({
      description: 'How long it has been at it.',
      resolve: ({ startedAt, finishedAt }) => secondsBetween(startedAt, finishedAt ?? new Date()),
    }),
    secondsLeft: t.float({
      nullable: true,
      description: 'At the pace so far; null while that cannot be said.',
      resolve: ({ progress, startedAt, finishedAt }) =>
        finishedAt || progress < 0.01 ? null : (secondsBetween(startedAt, new Date()) * (1 - progress)) / progress,
    }),
    acceptsDifferences: t.exposeBoolean('acceptDifferences', {
      description: 'A difference is reported and does not keep it from going live.',
    }),
    comparison: t.expose('comparison', { type: ComparisonRef, nullable: true }),
  }),
});
