import { eventually, type PostgresServer, startPostgresServer } from '@waybill/testing';

/** A Postgres of one's own that can be killed, and comes back with its data on the same port. */
export interface CrashingPostgres {
  readonly server: PostgresServer;
  readonly crash: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

export const crashingPostgres = async (): Promise<CrashingPostgres> => {
  const first = await startPostgresServer();
  let running = first;
  const crash = async () => {
    await running.postgres.server.stop('SIGKILL');
    // Its own processes may need a moment to notice; until then the data is taken.
    running = await eventually(() => startPostgresServer({}, first.dir, first.postgres.port), { within: 20_000 });
  };
  return { server: first, crash, remove: () => running.remove() };
};
