import type { Pool } from 'pg';
import type { ConsumerKey } from '../checkpoint.ts';

/** What is parked of one shard of a consumer, and what is left out of it for good. */
export interface Park {
  /** By key: the position of its first letter. What comes for the key from there on waits. */
  readonly waiting: ReadonlyMap<string, number>;
  /** {@link skipName} of every event that a person left out; of all generations, or a rebuild would bring them back. */
  readonly skipped: ReadonlySet<string>;
}

export const skipName = (key: string, position: number): string => `${position} ${key}`;

/** Nothing is parked, and nothing left out. */
export const emptyPark: Park = { waiting: new Map(), skipped: new Set() };

/** Reads the park of a consumer; asked for only when its `parks` has changed. */
export const readPark = async (
  pool: Pick<Pool, 'query'>,
  { consumer, generation, shard }: ConsumerKey,
): Promise<Park> => {
  const { rows } = await pool.query<{ key: string; position: number; skipped: boolean }>({
    name: 'read-park',
    text: `select key, min(position)::float8 as position, false as skipped from es.dead_letters
           where consumer = $1 and generation = $2 and shard = $3 and resolved_at is null
           group by key
           union all
           select key, position::float8, true from es.dead_letters where consumer = $1 and resolution = 'skipped'`,
    values: [consumer, generation, shard],
  });
  return {
    waiting: new Map(rows.filter(({ skipped }) => !skipped).map(({ key, position }) => [key, position])),
    skipped: new Set(rows.filter(({ skipped }) => skipped).map(({ key, position }) => skipName(key, position))),
  };
};
