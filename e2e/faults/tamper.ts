import type { Pool } from 'pg';
import type { Watcher } from './watcher.ts';

/**
 * Does on purpose what must not happen, to see that the audit notices: a row is lost, a count is doubled, and a
 * subscriber misses one change, gets one twice and two in the wrong order.
 */
export const tamper = async (pool: Pool, watchers: readonly Watcher[]): Promise<readonly Watcher[]> => {
  await pool.query('delete from sales.orders where id = (select min(id) from sales.orders)');
  await pool.query(
    'update reporting.daily_sales set orders = orders + 1 where id = (select min(id) from reporting.daily_sales)',
  );
  const [first, ...others] = watchers;
  const [missed, doubled, second, ...rest] = first?.seen ?? [];
  if (!first || !missed || !doubled || !second) throw new Error('There is too little to tamper with.');
  return [{ ...first, seen: [second, doubled, doubled, ...rest] }, ...others];
};
