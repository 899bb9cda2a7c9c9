import type { Pool, PoolClient } from 'pg';
import type { Projection } from '../../define/projection.ts';
import type { FollowPorts } from '../follow.ts';
import { inTransaction } from '../in-transaction.ts';
import { compareWhole, tablesToCompare } from './compare-tables.ts';
import { type Generation, tableOf } from './generation.ts';
import { type Seen, swap } from './swap.ts';

/** A rebuild may be compared and indexed only this close to the rows that it is to replace. Positions. */
const NEAR = 5_000;

/** Indexes of large tables and comparisons of them take longer than anything else may. */
const takeYourTime = async (client: PoolClient) => {
  await client.query(`set local statement_timeout = 0`);
  await client.query(`set local transaction_timeout = 0`);
  await client.query(`set local idle_in_transaction_session_timeout = '60s'`);
};

const DISTANCE = `
  select coalesce(max(c.position) filter (where c.generation <> $2), 0) - min(c.position) filter (where c.generation = $2) as distance
  from es.checkpoints c join es.generations g on g.projection = c.consumer and g.generation = c.generation
  where c.consumer = $1 and (c.generation = $2 or g.status = 'live')`;

const isNear = async (pool: Pool, { projection, generation }: Generation): Promise<boolean> => {
  const { rows } = await pool.query<{ distance: number | null }>(DISTANCE, [projection, generation]);
  const distance = rows[0]?.distance;
  return typeof distance === 'number' && distance <= NEAR;
};

/** Gives the filled table its indexes, once, whoever comes first. */
const prepare = (pool: Pool, { projection, generation }: Generation): Promise<boolean> =>
  inTransaction(pool, async (client) => {
    await takeYourTime(client);
    const { rowCount } = await client.query(
      `select from es.generations
       where projection = $1 and generation = $2 and status = 'building' and prepared_at is null for update skip locked`,
      [projection, generation],
    );
    if (rowCount === 0) return false;
    await client.query('select es.prepare_generation_table($1, $2)', [projection, generation]);
    await client.query('update es.generations set prepared_at = now() where projection = $1 and generation = $2', [
      projection,
      generation,
    ]);
    return true;
  });

/**
 * Compares both tables as a whole, as of one moment, and holds nobody up: in one snapshot, rows are those of their
 * checkpoints. What changes after that moment is compared once more in the swap.
 */
const look = async (pool: Pool, projection: Projection, building: Generation, live: Generation): Promise<Seen> =>
  inTransaction(pool, async (client) => {
    await client.query('set transaction isolation level repeatable read read only');
    await takeYourTime(client);
    const { rows } = await client.query<{ since: number }>(
      `select coalesce(min(position), 0) as since from es.checkpoints where consumer = $1 and generation in ($2, $3)`,
      [building.projection, building.generation, live.generation],
    );
    const tables = await tablesToCompare(client, tableOf(projection, live), tableOf(projection, building));
    return { since: rows[0]?.since ?? 0, ...(await compareWhole(client, tables)) };
  });

/**
 * What follows when a rebuild has nothing left to fold: its indexes and the comparison, which take their time while the live
 * rows go on, and the swap. Answers true when it is over, one way or the other; false: go on, and come again.
 */
export const rebuildFinisher = (ports: FollowPorts, projection: Projection) => {
  const { pool } = ports;
  let seen: (Seen & { readonly of: number }) | undefined;
  let working = false;
  let failure: { readonly error: unknown } | undefined;
  const meanwhile = (work: () => Promise<unknown>): false => {
    working = true;
    work()
      .catch((error: unknown) => {
        failure = { error };
      })
      .finally(() => {
        working = false;
      });
    return false;
  };

  return async (building: Generation, live: Generation | undefined): Promise<boolean> => {
    if (failure) {
      const { error } = failure;
      failure = undefined;
      throw error;
    }
    if (working || !(await isNear(pool, building))) return false;
    if (!building.prepared) return meanwhile(() => prepare(pool, building));
    if (!live) return swap(ports, projection, building);
    if (seen?.of !== building.generation)
      return meanwhile(async () => {
        seen = { ...(await look(pool, projection, building, live)), of: building.generation };
      });
    return swap(ports, projection, building, { live, seen });
  };
};
