import { createLogger } from '@waybill/telemetry';
import { startApi } from './api.ts';
import { readEnv } from './env.ts';

const log = createLogger('api');
try {
  const env = readEnv(process.env);
  const api = await startApi(env, log);
  log.info({ host: env.HOST, port: api.port }, `The API listens on http://${env.HOST}:${api.port}/graphql`);

  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'The API stops');
    await api.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      stop(signal).catch((error: unknown) => {
        log.error({ err: error }, 'The API did not stop cleanly');
        process.exitCode = 1;
      });
    });
} catch (error) {
  log.fatal({ err: error }, error instanceof Error ? error.message : 'The API could not start');
  process.exitCode = 1;
}
