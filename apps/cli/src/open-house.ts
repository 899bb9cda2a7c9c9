import { type Catalog, postgresCatalog } from '@waybill/catalog/module';
import { createPool, livePool } from '@waybill/db';
import { createEngine, type Engine, liveTables } from '@waybill/engine';
import { createEventStore } from '@waybill/event-store';
import { createModules, takeDemoCompany } from '@waybill/modules';
import { createWakeUps } from '@waybill/queue';
import { createLogger } from '@waybill/telemetry';
import type { Pool } from 'pg';
import { drainConsumers } from './drain-consumers.ts';
import type { Environment } from './environment.ts';
import { mustAnswer } from './must-answer.ts';

/** The write side, and a worker's work beside it, for as long as a command runs. */
export interface House {
  /** Reads views where their rows are now. */
  readonly pool: Pool;
  readonly engine: Engine;
  readonly catalog: Catalog;
  /** Settles when projections and processes have nothing left to do. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Connects to the database, and to Redis where there is one, so that others see at once what is done here. Throws with
 * what to do where the database does not answer.
 */
export const openHouse = async ({ databaseUrl, redisUrl, masterKey }: Environment): Promise<House> => {
  // Standard output is for the report.
  const log = createLogger('cli', process.env.LOG_LEVEL ?? 'warn', process.stderr);
  const pool = createPool(databaseUrl, { name: 'waybill-cli', max: 20 });
  await mustAnswer(pool, databaseUrl);
  const wakeUps = redisUrl === undefined ? undefined : createWakeUps(redisUrl, { log });
  const tables = liveTables(pool, () => engine.modules.flatMap((module) => module.projections ?? []));
  const reads = livePool(pool, tables);
  const engine: Engine = createEngine({
    pool,
    store: createEventStore(pool),
    modules: createModules({ pool: reads, history: (streamId, range) => engine.history(streamId, range) }),
    masterKey,
    onCommitted(position) {
      draining.wake();
      wakeUps?.hint(position);
    },
    onTrouble: (trouble) => log.warn(trouble, 'A step of a process or an effect did not succeed'),
  });
  // Effects (documents to render) take their time and nobody here waits for them: they are left to the next worker.
  const prompt = engine.consumers.filter(({ kind }) => kind !== 'effect');
  let failing = false;
  const draining = drainConsumers(prompt, {
    onDrained(drained, { kind }) {
      failing = false;
      if (drained.producedCommands) wakeUps?.hint(drained.position, 'queued');
      if (kind === 'projection') wakeUps?.hint(drained.position, 'projected');
    },
    onError(error, { name }) {
      // Once per outage: all consumers fail together, and again and again.
      if (!failing) log.error({ err: error, consumer: name }, 'A drain failed; it is tried again');
      failing = true;
    },
  });
  // What is brought in is the demo's: its documents are issued by the demo's company, where there is no other.
  await takeDemoCompany(engine.execute);

  return {
    pool: reads,
    engine,
    catalog: postgresCatalog(pool),
    settled: () => draining.settled(),
    async close() {
      await draining.stop();
      await wakeUps?.close();
      await pool.end();
    },
  };
};
