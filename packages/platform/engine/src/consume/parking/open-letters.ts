import type { Pool } from 'pg';
import type { ConsumerKey } from '../checkpoint.ts';

export interface OpenLetter {
  /** Of the row in es.dead_letters. */
  readonly id: number;
  readonly position: number;
}

/** A replay takes no more letters than these in one transaction. */
export const SLICE = 200;

/** The letters of a parked key that wait for a decision, in the order of their events. */
export const openLetters = async (
  pool: Pick<Pool, 'query'>,
  { consumer, generation, shard }: ConsumerKey,
  key: string,
): Promise<OpenLetter[]> => {
  const { rows } = await pool.query<OpenLetter>(
    `select id, position from es.dead_letters
     where consumer = $1 and generation = $2 and shard = $3 and key = $4 and resolved_at is null
     order by position limit ${SLICE}`,
    [consumer, generation, shard, key],
  );
  return rows;
};

/** Every shard and generation in which a key of a consumer is parked. */
export const parksOf = async (
  pool: Pick<Pool, 'query'>,
  consumer: string,
  key: string,
): Promise<(ConsumerKey & { readonly left: number; readonly problem: string | null })[]> => {
  const { rows } = await pool.query<ConsumerKey & { left: number; problem: string | null }>(
    `select consumer, generation, shard, count(*)::int as left,
            (array_agg(error order by position) filter (where error is not null))[1] as problem
     from es.dead_letters where consumer = $1 and key = $2 and resolved_at is null
     group by consumer, generation, shard order by generation, shard`,
    [consumer, key],
  );
  return rows;
};
