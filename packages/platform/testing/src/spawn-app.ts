import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../../scripts/lib/paths.mjs';
import { freePort } from '../../../../scripts/lib/ports.mjs';
import { launch, untilReady } from '../../../../scripts/lib/processes.mjs';
import { temporaryFolder } from './services.ts';

/** An app of the house, running in a process of its own. */
export type SpawnedApp = {
  readonly url: string;
  readonly pid: number;
  /** the last lines it logged */
  readonly log: () => string;
  /** settles when it has ended, with how */
  readonly gone: Promise<string>;
  /** ends it; SIGKILL as a crash would */
  readonly kill: (signal?: NodeJS.Signals) => Promise<void>;
};

/** What an app needs to know; DATABASE_URL and REDIS_URL at least. */
export type AppEnvironment = Readonly<Record<string, string>>;

const TEST_KEY = Buffer.alloc(32, 'waybill test master key').toString('base64');

/** Starts apps/NAME/dist/main.mjs on a free port and waits until it answers /readyz. */
export const spawnApp = async (name: 'api' | 'worker', env: AppEnvironment): Promise<SpawnedApp> => {
  const main = join(ROOT, 'apps', name, 'dist', 'main.mjs');
  if (!existsSync(main)) throw new Error(`${main} is missing: run \`npm run build\` first.`);
  const port = Number(env.PORT ?? (await freePort()));
  const dir = temporaryFolder(name);
  const server = launch(name, process.execPath, ['--enable-source-maps', main], {
    log: join(dir, `${name}.log`),
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', WAYBILL_MASTER_KEY: TEST_KEY, ...env, PORT: String(port) },
  });
  const url = `http://127.0.0.1:${port}`;
  const kill = async (signal: NodeJS.Signals = 'SIGTERM') => {
    await server.stop(signal);
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    await untilReady(server, async () => (await fetch(`${url}/readyz`)).ok);
  } catch (error) {
    await kill('SIGKILL');
    throw error;
  }
  return { url, pid: server.pid, log: () => server.tail(200), gone: server.gone, kill };
};
