import { endRunning } from './exec.mjs';
import { openLock } from './lock.mjs';
import { STATE } from './paths.mjs';
import { box, complain, red, say } from './say.mjs';

/**
 * @typedef {object} Supervisor answers for what a start has started
 * @property {(server: import('./processes.mjs').Started) => void} onStart
 * @property {(stop: () => Promise<void>) => void} onStop
 * @property {(addresses: readonly string[], services: Record<string, string>) => void} ready tells other starts where it runs
 * @property {() => boolean} stopping
 */

/**
 * Runs a start that holds the lock of the state folder: one at a time; what it started ends with it, last first, on
 * Ctrl-C, when npm ends, and when one of the servers ends by itself.
 * @param {(supervisor: Supervisor) => Promise<void>} start
 */
export const supervise = async (start) => {
  const lock = openLock(STATE);
  const holder = await lock.take();
  if (holder) {
    const where = holder.addresses.length ? holder.addresses : ['It is still starting.'];
    return box(`Waybill runs already (process ${holder.pid})`, where);
  }
  /** @type {(() => Promise<void>)[]} */
  const stops = [];
  /** @type {import('./processes.mjs').Started[]} */
  const servers = [];
  let stopping = false;

  /** Once: a second Ctrl-C changes nothing. @param {number} code */
  const shutDown = async (code) => {
    if (stopping) return;
    stopping = true;
    if (servers.length)
      say(
        `Stopping ${servers
          .map(({ name }) => name)
          .reverse()
          .join(', ')} …`,
      );
    await endRunning();
    for (const stop of stops.reverse()) await stop().catch(complain);
    lock.release();
    if (servers.length) say('Stopped. Everything is kept in .waybill/');
    process.exit(code);
  };

  /** @param {import('./processes.mjs').Started} server */
  const onStart = (server) => {
    servers.push(server);
    lock.note([], servers);
    server.gone.then((reason) => {
      if (stopping) return;
      const last = server.tail();
      process.stderr.write(
        `\n${red('✗')} ${server.name} ended (${reason}). ${last ? `The last of ${server.log}:\n${last}` : `${server.log} says nothing.`}\n`,
      );
      shutDown(1);
    });
  };

  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => shutDown(0));
  stopWithParent(() => shutDown(0));
  try {
    await start({
      onStart,
      onStop: (stop) => stops.push(stop),
      ready: (addresses, services) => lock.note(addresses, servers, services),
      stopping: () => stopping,
    });
  } catch (error) {
    if (stopping) return;
    complain(error);
    await shutDown(1);
  }
};

/** npm may be ended without telling us: then nobody is left who could press Ctrl-C. @param {() => void} stop */
const stopWithParent = (stop) => {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 500).unref();
};
