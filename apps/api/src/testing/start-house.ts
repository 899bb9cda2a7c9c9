import { createPool } from '@waybill/db';
import { createEngine, type Engine } from '@waybill/engine';
import { createEventStore } from '@waybill/event-store';
import { createModules, takeDemoCompany } from '@waybill/modules';
import { connectStore, createDrainWorkers, createWakeUps } from '@waybill/queue';
import { createLogger } from '@waybill/telemetry';
import { testDatabase, testRedis } from '@waybill/testing';
import type { Pool } from 'pg';
import { startApi } from '../api.ts';
import { type Env, readEnv } from '../env.ts';
import { createClient, type GraphClient } from './graph-client.ts';

/** An API and a worker on a database and a Redis of their own. */
export interface House extends GraphClient {
  readonly url: string;
  readonly pool: Pool;
  readonly env: Env;
  /** As a process sends it: what has no mutation, too. */
  readonly execute: Engine['execute'];
  /** Redis forgets everything. */
  wipeRedis(): Promise<void>;
  stop(): Promise<void>;
}

const KEY = Buffer.alloc(32, 'waybill test master key').toString('base64');

const startWorker = async (env: Env) => {
  const pool = createPool(env.DATABASE_URL, { name: 'worker', max: 8 });
  const wakeUps = createWakeUps(env.REDIS_URL);
  const counterStore = connectStore(env.REDIS_URL);
  const engine: Engine = createEngine({
    pool,
    store: createEventStore(pool),
    modules: createModules({ pool, history: (...args) => engine.history(...args) }),
    masterKey: env.WAYBILL_MASTER_KEY,
    counterStore,
    onCommitted: wakeUps.hint,
  });
  const workers = createDrainWorkers({ consumers: engine.consumers, redisUrl: env.REDIS_URL, wakeUps });
  await wakeUps.ready();
  workers.start();
  const stop = async () => {
    await workers.close();
    await wakeUps.close();
    counterStore.disconnect();
    await pool.end();
  };
  return { stop, execute: engine.execute };
};

export const startHouse = async (): Promise<House> => {
  const [database, redis] = await Promise.all([testDatabase(), testRedis()]);
  const env = readEnv({ DATABASE_URL: database.url, REDIS_URL: redis.url, WAYBILL_MASTER_KEY: KEY, PORT: '0' });
  const [api, worker] = await Promise.all([
    startApi(env, createLogger('api', process.env.LOG_LEVEL ?? 'error')),
    startWorker(env),
  ]);
  await takeDemoCompany(worker.execute);
  const url = `http://127.0.0.1:${api.port}`;
  return {
    url,
    pool: database.pool,
    env,
    execute: worker.execute,
    ...createClient(url),
    wipeRedis: redis.wipe,
    async stop() {
      await api.stop();
      await worker.stop();
      await redis.stop();
      await database.drop();
    },
  };
};
