import type { ProjectionState, ShardState } from '@waybill/engine';
import { builder } from '../builder.ts';
import type { GraphServices } from '../context.ts';
import { watched } from '../watched.ts';
import { GenerationRef, RebuildRef } from './generation.ts';

const ProjectionStatus = builder.enumType('ProjectionStatus', {
  values: {
    LIVE: { description: 'Its rows are read and kept fresh.' },
    REBUILDING: { description: 'New rows are filled beside the live ones.' },
    BLOCKED: { description: 'A rebuild differs from the live rows: a person decides.' },
    STARTING: { description: 'The first rows of this version are being filled.' },
  },
});

const statusOf = ({ live, rebuild }: ProjectionState) => {
  if (rebuild?.status === 'blocked') return 'BLOCKED';
  if (!live) return 'STARTING';
  return rebuild ? 'REBUILDING' : 'LIVE';
};

const shardsOf = ({ live, rebuild }: ProjectionState): readonly ShardState[] => (live ?? rebuild)?.shardStates ?? [];
const most = (state: ProjectionState, lag: (shard: ShardState) => number) => Math.max(0, ...shardsOf(state).map(lag));
const lagSeconds = (state: ProjectionState) => most(state, (shard) => shard.lagSeconds);

export const ProjectionRef = builder.objectRef<ProjectionState>('Projection').implement({
  description: 'A view: rows that are folded from the log, and can be built again at any time.',
  fields: (t) => ({
    name: t.exposeID('name'),
    version: t.exposeInt('version', { description: 'Of its code.' }),
    status: t.field({ type: ProjectionStatus, resolve: statusOf }),
    generation: t.int({ nullable: true, resolve: ({ live }) => live?.generation ?? null }),
    live: t.field({ type: GenerationRef, nullable: true, resolve: ({ live }) => live ?? null }),
    rebuild: t.field({
      type: RebuildRef,
      nullable: true,
      description: 'The one under way, or the one that was blocked.',
      resolve: ({ rebuild }) => rebuild ?? null,
    }),
    position: t.field({
      type: 'BigInt',
      description: 'Of the last event that its rows show.',
      resolve: (state) => Math.min(...shardsOf(state).map(({ position }) => position)),
    }),
    lagEvents: t.int({
      description: 'Events its rows do not show yet; counted up to 1,000 of each type.',
      resolve: (state) => most(state, (shard) => shard.lagEvents),
    }),
    lagSeconds: t.float({ resolve: lagSeconds }),
    freshness: t.exposeInt('freshness', { description: 'How old its rows may be, in milliseconds.' }),
    late: t.boolean({
      description: 'Its rows are older than they may be.',
      resolve: (state) => lagSeconds(state) * 1_000 > state.freshness,
    }),
  }),
});

const recent = new WeakMap<object, { readonly until: number; readonly states: Promise<readonly ProjectionState[]> }>();
const SHARED_FOR = 500;

/** The same answer for all who ask within half a second, so that watchers cost one look, not one each. */
const currentStates = ({ pool, engine }: GraphServices): Promise<readonly ProjectionState[]> => {
  const known = recent.get(pool);
  if (known && known.until > Date.now()) return known.states;
  const states = engine.rebuilds.states();
  recent.set(pool, { until: Date.now() + SHARED_FOR, states });
  states.catch(() => recent.delete(pool));
  return states;
};

/** As it is right now, for who has just changed it. */
export const readProjection = async (
  { pool, engine }: GraphServices,
  name: string,
): Promise<ProjectionState | undefined> => {
  recent.delete(pool);
  return (await engine.rebuilds.states()).find((state) => state.name === name);
};

builder.queryField('projections', (t) =>
  t.field({
    type: [ProjectionRef],
    description: 'Every view of this system, as it stands.',
    resolve: async (_root, _args, context) => [...(await currentStates(context))],
  }),
);

const isSame = (a: readonly ProjectionState[], b: readonly ProjectionState[]) =>
  JSON.stringify(a) === JSON.stringify(b);

builder.subscriptionField('projectionProgress', (t) =>
  t.field({
    type: [ProjectionRef],
    description: 'Every view now, and then every second while one of them differs.',
    subscribe: (_root, _args, context) => watched(context, () => currentStates(context), isSame),
    resolve: (states) => [...states],
  }),
);
