import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folder } from './paths.mjs';
import { isRunning } from './processes.mjs';
import { say } from './say.mjs';

/**
 * @typedef {object} Run what a running start tells others
 * @property {number} pid
 * @property {string} birth
 * @property {readonly string[]} addresses empty while it is still starting
 * @property {Record<string, string>} [services] the settings by which others reach its database and its Redis
 * @property {readonly { name: string, pid: number, birth: string }[]} servers what it started
 */

/**
 * What /proc knows of a process: its state, and the time of its start, which tells it from a later one that was given
 * the same id. Nothing where there is no /proc.
 * @param {number} pid
 */
const glance = (pid) => {
  try {
    // Fields after the program's name, which may hold spaces and brackets; the start time is the 22nd of all.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop()?.split(' ');
    return { state: fields?.[0], birth: fields?.[19] ?? '' };
  } catch {
    return { state: undefined, birth: '' };
  }
};

/** A zombie has ended; it only waits for its parent to ask. @param {{ pid: number, birth: string }} process */
const lives = ({ pid, birth }) => {
  if (!isRunning(pid)) return false;
  const now = glance(pid);
  return now.state !== 'Z' && (birth === '' || now.birth === birth);
};

/**
 * The lock of a state folder: one start at a time.
 * @param {string} state
 */
export const openLock = (state) => {
  const path = join(folder(state), 'run.json');

  /** @returns {Run | undefined} */
  const read = () => {
    try {
      return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
    } catch {
      return { pid: -1, birth: 'unreadable', addresses: [], servers: [] };
    }
  };

  /**
   * @param {readonly string[]} addresses
   * @param {readonly import('./processes.mjs').Started[]} servers
   * @param {Record<string, string>} [services]
   */
  const note = (addresses, servers, services) => {
    const started = servers.map(({ name, pid }) => ({ name, pid, birth: glance(pid).birth }));
    const run = { pid: process.pid, birth: glance(process.pid).birth, addresses, services, servers: started };
    writeFileSync(path, `${JSON.stringify(run, null, 2)}\n`, { mode: 0o600 });
  };

  /** The start that holds the lock and lives, when there is one. */
  const holder = () => {
    const run = read();
    return run && run.pid !== process.pid && lives(run) ? run : undefined;
  };

  /**
   * Takes the lock, and ends what a start that was killed left behind.
   * @returns {Promise<Run | undefined>} the start that holds it, when one does
   */
  const take = async () => {
    const other = holder();
    if (other) return other;
    const dead = read();
    if (dead) await clear(dead);
    note([], []);
    return undefined;
  };

  const release = () => {
    if (read()?.pid === process.pid) rmSync(path, { force: true });
  };

  return { take, holder, note, release };
};

/** @param {Run} run */
const clear = async (run) => {
  const left = run.servers.filter(lives).reverse();
  say(
    left.length
      ? `An earlier start ended without stopping: ${left.map(({ name }) => name).join(', ')} still run; ending them`
      : 'Taking over the lock of an earlier start that has ended',
  );
  for (const server of left) {
    process.kill(server.pid, server.name === 'postgres' ? 'SIGINT' : 'SIGTERM');
    const deadline = Date.now() + 15_000;
    while (lives(server)) {
      if (Date.now() > deadline) process.kill(server.pid, 'SIGKILL');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
};
