import type { Pool } from 'pg';
import type { Projection } from '../../define/projection.ts';
import type { Chore } from '../chore.ts';
import { inTransaction } from '../in-transaction.ts';

/** Nothing that was begun while a generation was live still reads it after so long. */
const GRACE = '1 minute';
/** An older version that no worker has had for so long is gone for good; should it come back, it builds its rows again. */
const DRAINED = '1 day';

const SEEN = `update es.generations g set seen_at = now()
  from jsonb_to_recordset($1::jsonb) as p (projection text, version integer)
  where g.projection = p.projection and g.version = p.version and g.status = 'live'`;
const RETIRE_OLDER = `update es.generations g set status = 'retired', retired_at = now()
  where g.status = 'live' and g.seen_at < now() - interval '${DRAINED}'
    and exists (select from es.generations newer
                where newer.projection = g.projection and newer.version > g.version and newer.status = 'live')`;
const DROPPABLE = `select projection, generation from es.generations
  where status in ('retired', 'cancelled') and dropped_at is null
    and coalesce(retired_at, finished_at) < now() - interval '${GRACE}'
  order by projection, generation limit 1 for update skip locked`;
const DROPPED = 'update es.generations set dropped_at = now() where projection = $1 and generation = $2';
const FORGET = 'delete from es.checkpoints where consumer = $1 and generation = $2';

const dropOne = (pool: Pool): Promise<boolean> =>
  inTransaction(pool, async (client) => {
    // Whoever waits behind a drop would wait as long as we do.
    await client.query(`set local lock_timeout = '500ms'`);
    const { rows } = await client.query<{ projection: string; generation: number }>(DROPPABLE);
    const [old] = rows;
    if (!old) return false;
    const of = [old.projection, old.generation];
    await client.query('select es.drop_generation_table($1, $2)', of);
    await client.query(FORGET, of);
    await client.query(DROPPED, of);
    return true;
  });

/** Says which versions are at work, and frees the rows that nobody reads any more. */
export const generationsChore = (pool: Pool, projections: readonly Projection[]): Chore => {
  const own = JSON.stringify(projections.map(({ name, version }) => ({ projection: name, version })));
  return {
    name: 'es.generations',
    everyMs: 15_000,
    async run() {
      await pool.query(SEEN, [own]);
      await pool.query(RETIRE_OLDER);
      while (await dropOne(pool));
    },
  };
};
