import type { Pool } from 'pg';
import type { Consumer } from '../consume/consumer.ts';
import { wantedOf } from '../consume/generations/live-tables.ts';
import type { Projection } from '../define/projection.ts';

/** How far behind one consumer is. */
export interface Lag {
  /** The consumer's. */
  readonly name: string;
  readonly position: number;
  /** Events that it has yet to handle; counted up to {@link COUNTED} of each type. */
  readonly events: number;
  /** How long the oldest of them has been waiting. */
  readonly seconds: number;
}

/** Of each event type, no more than this many are counted. */
export const COUNTED = 1_000;

// Type by type, so that each look is a few steps in the index of types, however long the log is.
const BEHIND = `
  select c.name, coalesce(k.position, 0) as position, behind.events, behind.seconds
    from jsonb_to_recordset($1::jsonb) as c(name text, types jsonb, consumer text, generation integer, shard integer)
    left join es.readable_generations($3::jsonb) as g on g.projection = c.consumer
    left join es.checkpoints as k
      on k.consumer = c.consumer and k.generation = coalesce(g.generation, c.generation) and k.shard = c.shard
    cross join lateral (
      select count(*)::int as events, coalesce(extract(epoch from now() - min(recorded_at)), 0)::float8 as seconds
        from jsonb_array_elements_text(c.types) as t(type)
       cross join lateral (
         select recorded_at from es.events
          where type = t.type and position > coalesce(k.position, 0) and position <= $2
          order by position limit ${COUNTED}
       ) as unhandled
    ) as behind`;

/** How far these consumers are, straight from the checkpoints; of projections, the rows that this code reads. */
export const readLag = async (
  pool: Pick<Pool, 'query'>,
  consumers: readonly Consumer[],
  projections: readonly Projection[],
  watermark: number,
): Promise<Lag[]> => {
  const wanted = consumers.map(({ name, types, topic = name, generation = 1, shard = 0 }) => ({
    name,
    types,
    consumer: topic,
    generation,
    shard,
  }));
  const { rows } = await pool.query<Lag>(BEHIND, [JSON.stringify(wanted), watermark, wantedOf(projections)]);
  return rows;
};
