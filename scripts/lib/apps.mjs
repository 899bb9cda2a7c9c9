import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { builtMain } from './build.mjs';
import { folder, ROOT } from './paths.mjs';
import { launch, untilReady } from './processes.mjs';
import { Trouble } from './say.mjs';

const NEXT = join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next');

/**
 * @typedef {'api' | 'worker' | 'web'} AppName
 * @typedef {object} Launch how an app is started
 * @property {readonly string[]} args of node
 * @property {string} cwd
 * @property {string} needs what must be there first
 */

/** @param {AppName} name @param {boolean} fromSources @param {string} host @param {number} port @returns {Launch} */
const launchOf = (name, fromSources, host, port) => {
  const app = join(ROOT, 'apps', name);
  if (name === 'web') {
    const args = [NEXT, fromSources ? 'dev' : 'start', '-p', String(port), '-H', host];
    return { args, cwd: app, needs: fromSources ? NEXT : join(app, '.next', 'BUILD_ID') };
  }
  const main = fromSources ? join(app, 'src', 'main.ts') : builtMain(name);
  const flags = fromSources ? ['--watch', '--watch-preserve-output', '--import', 'tsx'] : ['--enable-source-maps'];
  return { args: [...flags, main], cwd: ROOT, needs: main };
};

/** A page that answers once the app can do its work. */
const READY = { api: '/readyz', worker: '/readyz', web: '/' };

/**
 * Starts an app and answers when it is ready.
 * @param {AppName} name
 * @param {object} options
 * @param {number} options.port
 * @param {NodeJS.ProcessEnv} options.env
 * @param {string} options.state
 * @param {boolean} [options.fromSources]
 * @param {(server: import('./processes.mjs').Started) => void} [options.onLaunch]
 */
export const startApp = async (name, { port, env, state, fromSources = false, onLaunch }) => {
  const host = env.HOST ?? '127.0.0.1';
  const { args, cwd, needs } = launchOf(name, fromSources, host, port);
  if (!existsSync(needs)) throw new Trouble(`The ${name} app is not built: ${needs} is missing.`, 'npm run build');
  const log = join(folder(state, 'logs'), `${name}.log`);
  const server = launch(name, process.execPath, args, { log, cwd, env: { ...env, PORT: String(port) } });
  onLaunch?.(server);
  const address = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  try {
    await untilReady(server, async () => (await fetch(`http://${address}:${port}${READY[name]}`)).ok);
  } catch (error) {
    await server.stop('SIGKILL');
    throw error;
  }
};
