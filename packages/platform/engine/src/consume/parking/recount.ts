import type { Actor } from '@waybill/event-store';
import type { Pool } from 'pg';
import type { Counters } from '../../define/counters.ts';

const RECOUNT = `
  with letters as (
    update es.dead_letters set resolved_at = now(), resolution = 'replayed', resolved_by = $4::jsonb
    where consumer = $1 and generation = $2 and key = $3 and resolved_at is null returning 1
  ), anew as (
    update es.checkpoints set position = 0, parks = parks + 1 where consumer = $1 and generation = $2
  )
  select count(*)::int as letters from letters`;

/**
 * Lets counters begin anew: what they count in is no transaction of ours, so a part of them cannot be set right alone.
 * Whoever drains them next finds that data and checkpoint differ, and counts again from the start of the log. Answers with
 * how many letters of the key that takes along.
 */
export const recount = async (
  pool: Pick<Pool, 'query'>,
  { name, version }: Pick<Counters, 'name' | 'version'>,
  key: string,
  by: Actor,
): Promise<number> => {
  const { rows } = await pool.query<{ letters: number }>(RECOUNT, [name, version, key, JSON.stringify(by)]);
  return rows[0]?.letters ?? 0;
};
