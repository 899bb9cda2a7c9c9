// npm run import -- FILE, npm run verify, npm run seal -- …: the command line, on the Waybill that runs or on DATABASE_URL's.
import { spawn } from 'node:child_process';
import { buildApps, builtMain } from './lib/build.mjs';
import { loadEnvFile } from './lib/environment.mjs';
import { install } from './lib/install.mjs';
import { knownSealKey, masterKey } from './lib/keys.mjs';
import { openLock } from './lib/lock.mjs';
import { STATE } from './lib/paths.mjs';
import { complain, Trouble } from './lib/say.mjs';

/** Where the data is: what is named by the environment, else the Waybill that runs here. */
const whereabouts = () => {
  const { DATABASE_URL, REDIS_URL } = process.env;
  if (DATABASE_URL && REDIS_URL) return {};
  const running = openLock(STATE).holder()?.services;
  if (running) return running;
  throw new Trouble(
    'Waybill does not run here.',
    'Start it (npm start) in another terminal, or set DATABASE_URL and REDIS_URL; then run this again.',
  );
};

try {
  loadEnvFile();
  await install();
  const env = {
    ...process.env,
    ...whereabouts(),
    WAYBILL_MASTER_KEY: process.env.WAYBILL_MASTER_KEY ?? masterKey(STATE),
    WAYBILL_SEAL_KEY: process.env.WAYBILL_SEAL_KEY ?? knownSealKey(STATE),
  };
  await buildApps();
  const args = ['--enable-source-maps', builtMain('cli'), ...process.argv.slice(2)];
  const child = spawn(process.execPath, args, { cwd: process.env.INIT_CWD ?? process.cwd(), env, stdio: 'inherit' });
  // Ctrl-C reaches the child as well: it ends its document, and us with it.
  process.on('SIGINT', () => {});
  process.exitCode = await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
