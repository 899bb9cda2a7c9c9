import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPool, migrate } from '@waybill/db';
import type { Pool } from 'pg';
import { bundle } from '../../scripts/lib/bundle.mjs';
import { generateClient } from '../../scripts/lib/generate.mjs';
import { ROOT } from '../../scripts/lib/paths.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import { ensureDatabase, startPostgres } from '../../scripts/lib/postgres.mjs';
import { launch, untilReady } from '../../scripts/lib/processes.mjs';
import { startRedis } from '../../scripts/lib/redis.mjs';
import { say } from '../../scripts/lib/say.mjs';

export interface Stack {
  readonly apiPort: number;
  readonly apiPid: number;
  readonly workerPid: number;
  readonly pool: Pool;
  /** As the role that owns the tables. */
  readonly ownerPool: Pool;
  readonly databaseUrl: string;
  readonly redisUrl: string;
  stop(): Promise<void>;
}

const KEY = Buffer.alloc(32, 'waybill bench master key').toString('base64');

const startApp = async (name: string, dir: string, env: NodeJS.ProcessEnv, flags: readonly string[] = []) => {
  const port = await freePort();
  const main = join(ROOT, 'apps', name, 'dist', 'main.mjs');
  const app = launch(name, process.execPath, ['--enable-source-maps', ...flags, main], {
    log: join(dir, `${name}.log`),
    env: { ...process.env, ...env, PORT: String(port), LOG_LEVEL: 'warn', NODE_ENV: 'production' },
  });
  await untilReady(app, async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).ok);
  return { port, pid: app.pid, stop: () => app.stop() };
};

/** Postgres with durable commits, Redis, one API and one worker, as `npm start` runs them; nothing is in it. `apiFlags`: for the API's Node. */
export const startStack = async ({ apiFlags = [] }: { readonly apiFlags?: readonly string[] } = {}): Promise<Stack> => {
  await generateClient();
  await Promise.all(['api', 'worker'].map(bundle));
  const dir = mkdtempSync(join(tmpdir(), 'waybill-bench-'));
  chmodSync(dir, 0o755);
  for (const part of ['postgres', 'redis']) mkdirSync(join(dir, part));
  say('Starting Postgres, Redis, an API and a worker');
  const postgres = await startPostgres({ dir: join(dir, 'postgres'), state: dir, log: join(dir, 'postgres.log') });
  const redis = await startRedis({ dir: join(dir, 'redis'), log: join(dir, 'redis.log') });
  const { url, ownerUrl } = await ensureDatabase(postgres, dir, 'bench');
  await migrate(ownerUrl);
  const env = { DATABASE_URL: url, REDIS_URL: redis.url, WAYBILL_MASTER_KEY: KEY, HOST: '127.0.0.1' };
  const [api, worker] = await Promise.all([startApp('api', dir, env, apiFlags), startApp('worker', dir, env)]);
  const [pool, ownerPool] = [createPool(url, { max: 2 }), createPool(ownerUrl, { max: 1 })];
  return {
    apiPort: api.port,
    apiPid: api.pid,
    workerPid: worker.pid,
    pool,
    ownerPool,
    databaseUrl: url,
    redisUrl: redis.url,
    async stop() {
      await Promise.all([pool.end(), ownerPool.end()]);
      await Promise.all([api.stop(), worker.stop()]);
      await Promise.all([redis.stop(), postgres.stop()]);
      rmSync(dir, { recursive: true, force: true });
    },
  };
};
