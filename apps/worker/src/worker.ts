import { hostname } from 'node:os';
import { createPool, livePool } from '@waybill/db';
import { createEngine, type Engine, liveTables } from '@waybill/engine';
import { createEventStore } from '@waybill/event-store';
import { newId } from '@waybill/kernel';
import { createModules } from '@waybill/modules';
import {
  connectStore,
  createDrainWorkers,
  createWakeUps,
  type DrainWorkersStatus,
  runChores,
  type WakeUpStats,
} from '@waybill/queue';
import type { Logger } from '@waybill/telemetry';
import type { Env } from './env.ts';
import { sealing } from './sealing.ts';

export interface WorkerStatus {
  readonly hints: WakeUpStats;
  readonly drains: DrainWorkersStatus;
}

/** A worker: drains projections, processes, effects and the outbox for as long as it lives. */
export interface RunningWorker {
  /** Throws while Postgres cannot be reached. Redis may be away: then work is found by polling. */
  checkReady(): Promise<void>;
  status(): WorkerStatus;
  /** Lets what is being drained come to its end, and leaves. */
  stop(): Promise<void>;
}

export const startWorker = async (env: Env, log: Logger): Promise<RunningWorker> => {
  const pool = createPool(env.DATABASE_URL, { name: 'waybill-worker', max: env.WORKER_POOL });
  const wakeUps = createWakeUps(env.REDIS_URL, { log });
  const counterStore = connectStore(env.REDIS_URL, log);
  const store = createEventStore(pool);
  const tables = liveTables(pool, () => engine.modules.flatMap((module) => module.projections ?? []));
  const engine: Engine = createEngine({
    pool,
    store,
    modules: createModules({
      pool: livePool(pool, tables),
      history: (...args) => engine.history(...args),
      policy: { timeToPay: { seconds: env.WAYBILL_TIME_TO_PAY_SECONDS } },
    }),
    masterKey: env.WAYBILL_MASTER_KEY,
    counterStore,
    onCommitted: wakeUps.hint,
    worker: `${hostname()} ${process.pid} ${newId().slice(-6)}`,
    onTrouble: (trouble) => log.warn({ trouble }, 'Something had no success, or is late'),
  });
  const workers = createDrainWorkers({ consumers: engine.consumers, redisUrl: env.REDIS_URL, wakeUps, log });
  await wakeUps.ready();
  workers.start();
  const chores = runChores([...engine.chores, ...sealing(env, { pool, store }, log)], log);
  return {
    async checkReady() {
      await pool.query('select 1');
    },
    status: () => ({ hints: wakeUps.stats(), drains: workers.status() }),
    async stop() {
      await chores.stop();
      await workers.close();
      await wakeUps.close();
      counterStore.disconnect();
      await pool.end();
    },
  };
};
