import { join } from 'node:path';
import { bin, must } from './exec.mjs';
import { generateClient } from './generate.mjs';
import { ROOT } from './paths.mjs';
import { step } from './say.mjs';

/** Builds the apps that changed since they were last built; turbo knows which. */
export const buildApps = async () => {
  await generateClient();
  const env = {
    ...process.env,
    TURBO_TELEMETRY_DISABLED: '1',
    NEXT_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
    NODE_ENV: 'production',
  };
  await step('Building the apps', () => must(bin('turbo'), ['run', 'build', '--output-logs=errors-only'], { env }));
};

/** The built main file of an app. @param {string} app */
export const builtMain = (app) => join(ROOT, 'apps', app, 'dist', 'main.mjs');
