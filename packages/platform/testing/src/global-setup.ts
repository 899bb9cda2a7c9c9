import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from '../../../../scripts/lib/bundle.mjs';
import { generateClient } from '../../../../scripts/lib/generate.mjs';
import { ROOT } from '../../../../scripts/lib/paths.mjs';
import { startPostgresServer } from './services.ts';
import { announce } from './shared-server.ts';

const APPS = ['api', 'worker'];

/** Once per run of the integration tests: a Postgres with a migrated template, and the apps built from what is there. */
export const setup = async (): Promise<() => Promise<void>> => {
  await generateClient();
  await Promise.all(APPS.filter((app) => existsSync(join(ROOT, 'apps', app, 'src', 'main.ts'))).map(bundle));
  const server = await startPostgresServer();
  announce(server);
  return server.remove;
};
