import type { Actor, EventStore } from '@waybill/event-store';
import type { Pool } from 'pg';
import type { Projection } from '../../define/projection.ts';
import type { Comparison } from './comparison.ts';
import { GENERATION, type Generation } from './generation.ts';

export interface ShardState {
  readonly shard: number;
  /** Of the last event that it folded. */
  readonly position: number;
  /** Events that it has yet to fold; counted up to {@link COUNTED} of each type. */
  readonly lagEvents: number;
  /** How long the oldest of them has been waiting. */
  readonly lagSeconds: number;
}

export interface GenerationState extends Generation {
  readonly startedBy: Actor | null;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly comparison: Comparison | null;
  readonly shardStates: readonly ShardState[];
  /** From 0 to 1: how far it has come through the log. */
  readonly progress: number;
}

export interface ProjectionState {
  readonly name: string;
  /** Of the code. */
  readonly version: number;
  /** How old its rows may be, in milliseconds. */
  readonly freshness: number;
  /** Undefined while the first rows of this version are being built. */
  readonly live: GenerationState | undefined;
  /** The rebuild under way, or the one that was blocked. */
  readonly rebuild: GenerationState | undefined;
}

/** Of each event type, no more than this many are counted. */
export const COUNTED = 1_000;

// Type by type, so that each look is a few steps in the index of types, however long the log is.
const SELECT = `
  select ${GENERATION}, started_by as "startedBy", started_at as "startedAt", finished_at as "finishedAt", comparison,
         shard_states as "shardStates"
    from jsonb_to_recordset($1::jsonb) as p (projection text, version integer, types jsonb)
    join es.generations g using (projection, version)
   cross join lateral (
     select coalesce(jsonb_agg(jsonb_build_object('shard', c.shard, 'position', c.position,
              'lagEvents', behind.events, 'lagSeconds', greatest(behind.seconds, 0)) order by c.shard), '[]') as shard_states
       from es.checkpoints c
      cross join lateral (
        select count(*)::int as events, coalesce(extract(epoch from now() - min(recorded_at)), 0)::float8 as seconds
          from jsonb_array_elements_text(p.types) as t (type)
         cross join lateral (
           select recorded_at from es.events
            where type = t.type and position > c.position and position <= $2 order by position limit ${COUNTED}
         ) as unhandled
      ) as behind
      where c.consumer = g.projection and c.generation = g.generation
   ) as s
   where g.status in ('live', 'building', 'blocked')
   order by g.generation`;

const progressOf = (shards: readonly ShardState[], watermark: number): number => {
  if (shards.every(({ lagEvents }) => lagEvents === 0)) return 1;
  return Math.min(...shards.map(({ position }) => position)) / Math.max(watermark, 1);
};

/** Every projection with the generations of its version, straight from the checkpoints. */
export const readStates = async (
  pool: Pool,
  store: Pick<EventStore, 'watermark'>,
  projections: readonly Projection[],
): Promise<readonly ProjectionState[]> => {
  const watermark = await store.watermark();
  const wanted = projections.map(({ name, version, events }) => ({
    projection: name,
    version,
    types: events.map(({ type }) => type),
  }));
  const { rows } = await pool.query<Omit<GenerationState, 'progress'>>({
    name: 'projection-states',
    text: SELECT,
    values: [JSON.stringify(wanted), watermark],
  });
  const states = rows.map((row) => ({ ...row, progress: progressOf(row.shardStates, watermark) }));
  return projections.map(({ name, version, freshness }) => {
    const own = states.filter(({ projection }) => projection === name);
    return {
      name,
      version,
      freshness,
      live: own.find(({ status }) => status === 'live'),
      rebuild: own.findLast(({ status }) => status === 'building' || status === 'blocked'),
    };
  });
};
