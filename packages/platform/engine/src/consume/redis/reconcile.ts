import type { Pool } from 'pg';
import { type ConsumerKey, takeTurn } from '../checkpoint.ts';
import type { RedisRows } from './redis-rows.ts';

export interface ReconcilePorts {
  readonly pool: Pool;
  readonly worker: string;
  readonly of: ConsumerKey;
  readonly types: readonly string[];
  readonly rows: RedisRows;
}

/** 'ready': data and checkpoint say the same. 'changed': they do now. 'busy': another worker is to see to it. */
export type Reconciled = 'ready' | 'changed' | 'busy';

const CHECKPOINT = 'select position, parks from es.checkpoints where consumer = $1 and generation = $2 and shard = $3';
/** Letters of what is counted anew are met again, or are not. */
const RESET = `
  with mine as (
    update es.checkpoints set position = 0, parks = parks + 1, updated_at = now()
    where consumer = $1 and generation = $2 and shard = $3 and owner = $4 and epoch = $5
    returning parks
  ), letters as (
    delete from es.dead_letters
    where consumer = $1 and generation = $2 and shard = $3 and resolved_at is null and exists (select from mine)
  )
  select parks, (
    select coalesce(max(newest.position), 0) from unnest($6::text[]) as wanted (type)
    cross join lateral (
      select position from es.events where type = wanted.type order by position desc limit 1
    ) as newest
  ) as target from mine`;
const ADOPT = `
  update es.checkpoints set position = $6, updated_at = now()
  where consumer = $1 and generation = $2 and shard = $3 and owner = $4 and epoch = $5 and position < $6`;

/**
 * Brings the data in Redis and the checkpoint in Postgres together. Data that is ahead was saved by a worker that could
 * not say so any more: the checkpoint follows. Data that is missing, older, or of another park begins anew from the log:
 * a wiped Redis, or one that came back from an old copy, costs time and no truth.
 */
export const reconcile = async ({ pool, worker, of, types, rows }: ReconcilePorts): Promise<Reconciled> => {
  const where = [of.consumer, of.generation, of.shard];
  const { rows: seen } = await pool.query<{ position: number; parks: number }>({
    name: 'counters-checkpoint',
    text: CHECKPOINT,
    values: where,
  });
  const before = await rows.state();
  const [checkpoint] = seen;
  if (checkpoint && before?.position === checkpoint.position && before.parks === checkpoint.parks) return 'ready';

  // Between the two writes of a step they differ: nobody else judges that while its worker has the turn.
  const turn = await takeTurn(pool, of, worker, async () => 0);
  if (!turn.mine) return 'busy';
  const state = await rows.state();
  if (state && state.parks === turn.parks && state.position >= turn.position) {
    if (state.position > turn.position) await pool.query(ADOPT, [...where, worker, turn.epoch, state.position]);
    return 'changed';
  }
  const { rows: reset } = await pool.query<{ parks: number; target: number }>(RESET, [
    ...where,
    worker,
    turn.epoch,
    types,
  ]);
  const [begun] = reset;
  return begun && (await rows.begin(turn.epoch, begun.parks, begun.target)) ? 'changed' : 'busy';
};
