import { createPool } from '@waybill/db';
import { createEngine, type Engine } from '@waybill/engine';
import { createEventStore } from '@waybill/event-store';
import { createModules } from '@waybill/modules';
import {
  type AppEnvironment,
  type SpawnedApp,
  spawnApp,
  type TestRedis,
  testDatabase,
  testRedis,
} from '@waybill/testing';
import type { Pool } from 'pg';

export const ana = { kind: 'user', id: 'ana', name: 'Ana' } as const;
const masterKey = Buffer.alloc(32, 3);

/** A database and a Redis of one's own, worker processes on both, and an engine that commits and tells none of them. */
export interface Plant {
  readonly pool: Pool;
  readonly redis: TestRedis;
  readonly engine: Engine;
  /** Starts one more worker, and waits until it is ready. */
  startWorker(env?: AppEnvironment): Promise<SpawnedApp>;
  /** Ends it all, whatever is still running. */
  stop(): Promise<void>;
}

export const openPlant = async (): Promise<Plant> => {
  const [database, redis] = await Promise.all([testDatabase(), testRedis()]);
  const pool = createPool(database.url);
  const engine: Engine = createEngine({
    pool,
    store: createEventStore(pool),
    modules: createModules({ pool, history: (...args) => engine.history(...args) }),
    masterKey,
  });
  const workers: SpawnedApp[] = [];
  return {
    pool,
    redis,
    engine,
    async startWorker(env = {}) {
      const worker = await spawnApp('worker', {
        DATABASE_URL: database.url,
        REDIS_URL: redis.url,
        WAYBILL_MASTER_KEY: masterKey.toString('base64'),
        ...env,
      });
      workers.push(worker);
      return worker;
    },
    async stop() {
      await Promise.all(workers.map((worker) => worker.kill('SIGKILL')));
      await pool.end();
      await redis.stop();
      await database.drop();
    },
  };
};
