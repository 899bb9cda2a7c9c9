import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@waybill/db';
import { ROOT } from '../../../../scripts/lib/paths.mjs';
import { ensureDatabase, type Postgres, startPostgres } from '../../../../scripts/lib/postgres.mjs';
import { type Redis, startRedis } from '../../../../scripts/lib/redis.mjs';

/** The database every test database is a copy of: migrated, empty. */
export const TEMPLATE = 'waybill_template';

/** Tests can lose a machine's power; they cannot lose a process: commits wait for the write, not for the disk. */
const FAST = { fsync: 'off', full_page_writes: 'off', shared_buffers: '128MB', max_connections: '300' };

/** A folder that a server's own account may enter, below the machine's temporary folder. */
export const temporaryFolder = (name: string): string => {
  const path = mkdtempSync(join(tmpdir(), `waybill-${name}-`));
  chmodSync(path, 0o755);
  return path;
};

/** A real Postgres of one's own, with a migrated template. `dir` holds everything of it and is removed by `remove`. */
export type PostgresServer = {
  readonly dir: string;
  readonly postgres: Postgres;
  readonly remove: () => Promise<void>;
};

/** Starts a Postgres in a folder of its own and migrates its template database. `settings` go over the tests' own. */
export const startPostgresServer = async (
  settings: Record<string, string> = {},
  dir = temporaryFolder('postgres'),
  port = 0,
): Promise<PostgresServer> => {
  const home = join(dir, 'postgres');
  const fresh = !existsSync(home);
  const log = join(dir, 'postgres.log');
  const postgres = await startPostgres({ dir: home, state: dir, log, port, settings: { ...FAST, ...settings } });
  if (fresh) {
    const { ownerUrl } = await ensureDatabase(postgres, dir, TEMPLATE);
    await migrate(ownerUrl, { dir: join(ROOT, 'prisma', 'migrations') });
  }
  const remove = async () => {
    await postgres.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  return { dir, postgres, remove };
};

/** A real Redis of one's own: it can be wiped, stopped and killed without disturbing another test. */
export type RedisServer = { readonly dir: string; readonly redis: Redis; readonly remove: () => Promise<void> };

/** Starts a Redis in a folder of its own. */
export const startRedisServer = async (dir = temporaryFolder('redis'), port = 0): Promise<RedisServer> => {
  mkdirSync(dir, { recursive: true });
  const redis = await startRedis({ dir, log: join(dir, 'redis.log'), port });
  const remove = async () => {
    await redis.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  return { dir, redis, remove };
};
