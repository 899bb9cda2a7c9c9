import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Random } from './random.ts';

const KILL = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
  order by random() limit 1`;

export interface Faults {
  readonly killed: number;
  readonly restarts: number;
}

/** Cuts connections at random, and restarts the server now and then, until `running` ends. */
export const makeTrouble = async (
  pool: Pool,
  running: () => boolean,
  random: Random,
  restart: { readonly everyMs: number; readonly run: () => Promise<void> } | undefined,
): Promise<Faults> => {
  let killed = 0;
  let restarts = 0;
  let nextRestart = Date.now() + (restart?.everyMs ?? 0) / 2;
  while (running()) {
    await pause(random.between(10, 120));
    if (restart && Date.now() > nextRestart) {
      await restart.run();
      restarts += 1;
      nextRestart = Date.now() + restart.everyMs * (0.5 + random.next());
    } else {
      killed += await pool.query(KILL).then(
        ({ rowCount }) => rowCount ?? 0,
        () => 0,
      );
    }
  }
  return { killed, restarts };
};
