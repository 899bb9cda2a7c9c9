import { setTimeout as pause } from 'node:timers/promises';
import { type PostgresServer, startPostgresServer, testDatabase } from '@waybill/testing';
import type { Random } from './random.ts';

const PATIENCE = 30_000;

/** A Postgres of the soak's own, whose power can be cut. */
export const startOwnServer = async (random: Random) => {
  let server = await startPostgresServer();
  const { dir } = server;
  const { port, adminUrl } = server.postgres;
  const database = await testDatabase(server);
  const troubleUrl = adminUrl.replace(/\/postgres$/, new URL(database.url).pathname);

  const restart = async (): Promise<void> => {
    await server.postgres.server.stop(random.chance(0.7) ? 'SIGKILL' : 'SIGINT');
    server = await startAgain(dir, port);
  };
  return { url: database.url, troubleUrl, restart, remove: () => server.remove() };
};

/** A killed server's last processes hold its memory for a moment. */
const startAgain = async (dir: string, port: number): Promise<PostgresServer> => {
  const until = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await startPostgresServer({}, dir, port);
    } catch (error) {
      if (Date.now() > until) throw error;
      await pause(100);
    }
  }
};
