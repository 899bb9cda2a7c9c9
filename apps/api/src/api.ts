import type { IncomingMessage, ServerResponse } from 'node:http';
import { createPool, livePool } from '@waybill/db';
import { createPrisma } from '@waybill/db/prisma';
import { createCounterReader, createEngine, type Engine, liveTables, type Projection } from '@waybill/engine';
import { createEventStore } from '@waybill/event-store';
import { createGraphServer } from '@waybill/graphql';
import { createLiveHub } from '@waybill/live';
import { createModules, createPreviewModules } from '@waybill/modules';
import { connectStore, createDrainQueue, createWakeUps } from '@waybill/queue';
import type { Logger } from '@waybill/telemetry';
import { actorOf } from './actor-of.ts';
import type { Env } from './env.ts';
import { permissionsOf } from './permissions-of.ts';
import { createRoutes } from './routes.ts';
import { schema } from './schema.ts';
import { serve } from './serve.ts';
import { tabs } from './tabs.ts';

export interface RunningApi {
  readonly port: number;
  /** Finishes the requests under way, ends subscriptions (their clients go on elsewhere by cursor), and leaves. */
  stop(): Promise<void>;
}

const GRACE = 5_000;

/** One API process: commands, queries and subscriptions over HTTP. */
export const startApi = async (env: Env, log: Logger): Promise<RunningApi> => {
  const pool = createPool(env.DATABASE_URL, { name: 'waybill-api', max: env.API_POOL });
  const readConnections = createPool(env.DATABASE_URL, { name: 'waybill-api-reads', max: env.API_READ_POOL });
  const tables = liveTables(readConnections, () => projections);
  const readPool = livePool(readConnections, tables);
  const prisma = createPrisma(readPool);
  const store = createEventStore(pool);
  const policy = { timeToPay: { seconds: env.WAYBILL_TIME_TO_PAY_SECONDS } };
  const wakeUps = createWakeUps(env.REDIS_URL, { log });
  const counterStore = connectStore(env.REDIS_URL, log);
  const drainQueue = createDrainQueue(env.REDIS_URL, { log });
  const engine: Engine = createEngine({
    pool,
    store,
    modules: createModules({
      pool: livePool(pool, tables),
      history: (streamId, range) => engine.history(streamId, range),
      policy,
    }),
    modulesOn: (history) => createPreviewModules(livePool(pool, tables), history, policy),
    masterKey: env.WAYBILL_MASTER_KEY,
    counterStore,
    onCommitted: wakeUps.hint,
    onQueued: () => wakeUps.hint(0, 'enqueued'),
    onTrouble: (trouble) => log.warn({ trouble }, 'A command had no success'),
  });
  const projections: readonly Projection[] = engine.modules.flatMap((module) => module.projections ?? []);
  const hub = createLiveHub({ pool, store, engine, projections, wakeUps, log });

  const stopping = new AbortController();
  const graphql = createGraphServer({
    schema,
    services: {
      engine,
      store,
      hub,
      pool: readPool,
      reads: prisma,
      counters: createCounterReader(counterStore, (err) =>
        log.warn({ err }, 'Counters could not be read; the figures are added up from the tables'),
      ),
      onHint: wakeUps.onHint,
      jobs: drainQueue.look,
      stopping: stopping.signal,
    },
    actorOf,
    permissionsOf,
    origins: env.WAYBILL_WEB_URL,
    log,
    ...(env.GRAPHIQL === 'on' ? { tabs } : {}),
  });
  const route = createRoutes(readPool, () => stopping.signal.aborted);
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith('/graphql')) return graphql(request, response);
    if (!(await route(request, response))) response.writeHead(404).end();
  };
  const failed = (request: IncomingMessage, response: ServerResponse) => (error: unknown) => {
    // A client that went away in the middle of its request is no fault of ours.
    if (!request.destroyed) log.error({ err: error, path: request.url }, 'A request failed');
    if (!response.headersSent) response.writeHead(500);
    response.end();
  };
  const server = await serve(
    (request, response) => void handle(request, response).catch(failed(request, response)),
    env.HOST,
    env.PORT,
  );
  await wakeUps.ready();

  return {
    port: server.port,
    async stop() {
      stopping.abort();
      await hub.close();
      await server.close(GRACE);
      await Promise.all([wakeUps.close(), drainQueue.close()]);
      counterStore.disconnect();
      await prisma.$disconnect();
      await Promise.all([pool.end(), readConnections.end()]);
    },
  };
};
