import type { Pool } from 'pg';
import { type ConsumerKey, moveCheckpoint, moveValues } from '../checkpoint.ts';
import { insertLetters } from '../parking/insert-letters.ts';
import { parksAnew } from '../row-store.ts';
import type { CounterLog } from './redis-rows.ts';

const PARK = `
  with mine as (
    update es.checkpoints set parks = parks + $7::integer
    where consumer = $1 and generation = $2 and shard = $3 and position = $4 and parks = $5
    returning parks
  ), letters as (${insertLetters('$8', 'exists (select from mine)')})
  select parks from mine`;
const MOVE = `with ${moveCheckpoint} select exists (select from mine) as moved`;

/** Letters and checkpoint of counters, in Postgres. */
export const counterLog = (pool: Pool, of: ConsumerKey, worker: string): CounterLog => ({
  async park({ letters, from, parks }) {
    if (letters.length === 0) return parks;
    const anew = parksAnew({ letters }) ? 1 : 0;
    const { rows } = await pool.query<{ parks: number }>(PARK, [
      of.consumer,
      of.generation,
      of.shard,
      from,
      parks,
      worker,
      anew,
      JSON.stringify(letters),
    ]);
    return rows[0]?.parks;
  },
  async moved(move) {
    const { rows } = await pool.query<{ moved: boolean }>({
      name: 'counters-moved',
      text: MOVE,
      values: moveValues(of, move, worker),
    });
    return rows[0]?.moved === true;
  },
});
