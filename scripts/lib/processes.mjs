import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs';
import { ROOT } from './paths.mjs';
import { Trouble } from './say.mjs';

/**
 * @typedef {object} Started a server that we started
 * @property {string} name
 * @property {number} pid
 * @property {string} log its log file
 * @property {(lines?: number) => string} tail the last lines it logged since it was started
 * @property {import('node:child_process').ChildProcess} child
 * @property {Promise<string>} gone settles with the reason when it has ended
 * @property {() => boolean} alive
 * @property {(signal?: NodeJS.Signals, patience?: number) => Promise<void>} stop asks it to end, and ends it when it does not within `patience` ms
 */

/** What runs of what we started: it ends with us, even when we end without having stopped it. @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
process.on('exit', () => {
  // SIGINT is Postgres' fast shutdown; our apps and Redis take it as SIGTERM.
  for (const child of running) child.kill('SIGINT');
});

/**
 * Starts a server in a process group of its own, so that Ctrl-C reaches us alone and we end things in order.
 * @param {string} name
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ log: string, env?: NodeJS.ProcessEnv, cwd?: string, uid?: number, gid?: number }} options
 * @returns {Started}
 */
export const launch = (name, command, args, { log, env = process.env, cwd = ROOT, uid, gid }) => {
  const before = existsSync(log) ? statSync(log).size : 0;
  const out = openSync(log, 'a');
  const account = uid === undefined ? {} : { uid, gid };
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', out, out], ...account });
  closeSync(out);
  running.add(child);
  let over = false;
  /** @type {Promise<string>} */
  const gone = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ? `ended by ${signal}` : `exit ${code}`));
  }).then((reason) => {
    over = true;
    running.delete(child);
    return String(reason);
  });
  const stop = async (/** @type {NodeJS.Signals} */ signal = 'SIGTERM', patience = 10_000) => {
    if (over) return;
    child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), patience);
    await gone;
    clearTimeout(timer);
  };
  const tail = (lines = 25) =>
    readFileSync(log).subarray(before).toString().trimEnd().split('\n').slice(-lines).join('\n');
  return { name, pid: child.pid ?? -1, log, tail, child, gone, alive: () => !over, stop };
};

/**
 * Waits until a server answers; fails at once when it ends, with the tail of its log.
 * @param {Started} server
 * @param {() => Promise<boolean>} ready
 * @param {number} [patience] ms
 */
export const untilReady = async (server, ready, patience = 120_000) => {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    if (!server.alive())
      throw new Trouble(
        `${server.name} ended while starting (${await server.gone}).\n${server.tail()}`,
        `Its whole log: ${server.log}`,
      );
    if (await ready().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Trouble(
    `${server.name} did not answer within ${patience / 1000} s.\n${server.tail()}`,
    `Its whole log: ${server.log}`,
  );
};

/** Whether a process of this id runs. @param {number} pid */
export const isRunning = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};
