import { type Projection, wantedOf } from '@waybill/engine';
import type { Pool } from 'pg';

/** How far the rows that this code reads of each projection are; one that never ran is missing. */
export const readCheckpoints = async (pool: Pool, projections: readonly Projection[]): Promise<Map<string, number>> => {
  const { rows } = await pool.query<{ consumer: string; position: string }>({
    name: 'live-checkpoints',
    text: `select c.consumer, min(c.position)::text as position
           from es.readable_generations($1::jsonb) g
           join es.checkpoints c on c.consumer = g.projection and c.generation = g.generation
           group by c.consumer`,
    values: [wantedOf(projections)],
  });
  return new Map(rows.map(({ consumer, position }) => [consumer, Number(position)]));
};

/** The newest event of each type at or under the watermark; one index probe per type. */
export const readNewest = async (
  pool: Pool,
  types: readonly string[],
  watermark: number,
): Promise<{ type: string; position: number }[]> => {
  const { rows } = await pool.query<{ type: string; position: string }>({
    name: 'live-newest',
    text: `select wanted.type, newest.position::text from unnest($1::text[]) as wanted (type)
           cross join lateral (
             select e.position from es.events e
             where e.type = wanted.type and e.position <= $2 order by e.position desc limit 1
           ) as newest`,
    values: [types, watermark],
  });
  return rows.map(({ type, position }) => ({ type, position: Number(position) }));
};

/** True when more than `limit` events (of these types, if given) lie after `after`, up to `until`. */
export const isFarBehind = async (
  pool: Pool,
  after: number,
  until: number,
  types: readonly string[] | null,
  limit: number,
): Promise<boolean> => {
  if (until - after <= limit) return false;
  const { rows } = await pool.query<{ count: string }>(
    `select count(*)::text as count from (
       select from es.events e
       where e.position > $1 and e.position <= $2 and ($3::text[] is null or e.type = any($3)) limit $4
     ) as missed`,
    [after, until, types, limit + 1],
  );
  return Number(rows[0]?.count) > limit;
};

/** The last position that was ever drawn: no cursor of this log is larger. */
export const lastDrawn = async (pool: Pool): Promise<number> => {
  const { rows } = await pool.query<{ drawn: string }>('select last_value::text as drawn from es.events_position');
  return Number(rows[0]?.drawn);
};
