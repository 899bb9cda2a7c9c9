import { startApp } from './apps.mjs';
import { appEnvironment, environmentOf } from './environment.mjs';
import { importFirstDay } from './first-day.mjs';
import { migrateDatabase } from './migrate.mjs';
import { freePort } from './ports.mjs';
import { step } from './say.mjs';
import { startServices } from './services.mjs';

/**
 * @typedef {object} Stack everything, running
 * @property {{ api: number, worker: number, web: number }} ports
 * @property {NodeJS.ProcessEnv} env what the apps were told
 * @property {import('./services.mjs').Services} services
 */

/**
 * Starts services, migrations and apps, in this order.
 * @param {object} options
 * @param {string} options.state
 * @param {{ postgres?: number, redis?: number, api?: number, worker?: number, web?: number }} [options.ports] preferred
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {boolean} [options.firstDay] whether a fresh database gets the first day's orders
 * @param {boolean} [options.fromSources] runs the apps from their sources, and again when these change
 * @param {Promise<void>} [options.built] settles when the apps are built
 * @param {(server: import('./processes.mjs').Started) => void} [options.onStart]
 * @param {(stop: () => Promise<void>) => void} options.onStop how to end what was started last; to be called in reverse
 * @returns {Promise<Stack>}
 */
export const startStack = async ({
  state,
  ports: preferred = {},
  env = process.env,
  firstDay = true,
  fromSources,
  built,
  onStart,
  onStop,
}) => {
  const services = await startServices({ state, ports: preferred, env });
  onStop(services.stop);
  for (const server of services.servers) onStart?.(server);
  await migrateDatabase(services.ownerUrl);
  await built;
  const ports = {
    api: await freePort(preferred.api),
    worker: await freePort(preferred.worker),
    web: await freePort(preferred.web),
  };
  const told = appEnvironment({ state, services, ports, env });
  await step('Starting worker, API and web', () =>
    startApps({ state, ports, env: told, fromSources, onStart, onStop }),
  );
  if (firstDay) await importFirstDay({ env: told, state });
  return { ports, env: told, services };
};

/** The order in which the apps end: first who asks, last who answers. */
const LAST_WORDS = /** @type {const} */ (['web', 'api', 'worker']);

/**
 * @param {object} options
 * @param {string} options.state
 * @param {{ api: number, worker: number, web: number }} options.ports
 * @param {NodeJS.ProcessEnv} options.env
 * @param {boolean} [options.fromSources]
 * @param {(server: import('./processes.mjs').Started) => void} [options.onStart]
 * @param {(stop: () => Promise<void>) => void} options.onStop
 */
const startApps = async ({ state, ports, env, fromSources, onStart, onStop }) => {
  /** @type {Map<string, import('./processes.mjs').Started>} */
  const started = new Map();
  onStop(async () => {
    for (const name of LAST_WORDS) await started.get(name)?.stop();
  });
  const onLaunch = (/** @type {import('./processes.mjs').Started} */ server) => {
    started.set(server.name, server);
    onStart?.(server);
  };
  await Promise.all(
    LAST_WORDS.map((name) =>
      startApp(name, { port: ports[name], env: environmentOf(env, name), state, fromSources, onLaunch }),
    ),
  );
};
