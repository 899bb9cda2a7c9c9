import { setPriority } from 'node:os';
import { createLogger } from '@waybill/telemetry';
import { readEnv } from './env.ts';
import { serveHealth } from './health-server.ts';
import { startWorker } from './worker.ts';

/** Who has not ended by then is ended. Nothing is lost by it: what was not committed is done again by the next. */
const GRACE = 10_000;

const log = createLogger('worker');

const main = async (): Promise<void> => {
  const env = readEnv(process.env);
  setPriority(env.WORKER_NICE);
  const worker = await startWorker(env, log);
  const health = await serveHealth(worker, env.HOST, env.PORT);
  log.info({ host: env.HOST, port: health.port }, 'Draining');

  let stopping = false;
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'Stopping: what is being drained comes to its end');
    setTimeout(() => {
      log.warn('Not ended in time; leaving');
      process.exit(1);
    }, GRACE).unref();
    await health.close();
    await worker.stop();
    log.info('Stopped');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stop(signal).catch((error: unknown) => fail(error));
    });
  }
};

const fail = (error: unknown): never => {
  log.fatal({ err: error }, error instanceof Error ? error.message : 'The worker failed');
  process.exit(1);
};
process.on('unhandledRejection', fail);
process.on('uncaughtException', fail);

main().catch(fail);
