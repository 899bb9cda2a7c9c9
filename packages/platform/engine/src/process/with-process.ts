import type { Pool, PoolClient } from 'pg';
import { onlyKey } from '../consume/checkpoint.ts';

/**
 * Changes instances of a process outside of its feed: holds its checkpoint's row, so that whoever drains it waits, and
 * raises its number of changes (`parks`), so that what was read of instances before counts no longer. Only the database
 * is awaited inside. Undefined where the process has never begun.
 */
export const withProcess = async <T>(
  pool: Pool,
  process: string,
  change: (client: PoolClient) => Promise<T>,
): Promise<T | undefined> => {
  const { consumer, generation, shard } = onlyKey(process);
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const { rowCount } = await client.query(
      'update es.checkpoints set parks = parks + 1 where consumer = $1 and generation = $2 and shard = $3',
      [consumer, generation, shard],
    );
    const result = rowCount ? await change(client) : undefined;
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost;
    });
    throw error;
  } finally {
    client.release(broken);
  }
};
