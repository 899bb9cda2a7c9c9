import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ROOT } from './paths.mjs';
import { Trouble } from './say.mjs';

/**
 * The full path of a program on the PATH.
 * @param {...string} names tried in order
 * @returns {string | undefined}
 */
export const which = (...names) => {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  for (const name of names)
    for (const folder of folders) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // not here; try the next folder
      }
    }
  return undefined;
};

/** What runs to its end right now. @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
process.on('exit', () => {
  for (const child of running) child.kill('SIGINT');
});

/**
 * Counts a program among what ends when we end. SIGINT, since vitest and playwright tidy up on it.
 * @template {import('node:child_process').ChildProcess} T
 * @param {T} child
 */
export const track = (child) => {
  running.add(child);
  child.once('error', () => running.delete(child));
  child.once('close', () => running.delete(child));
  return child;
};

/** Ends what runs, and waits for it: half-done work is not left to go on beside the next start's. */
export const endRunning = async () => {
  const children = [...running];
  for (const child of children) child.kill('SIGINT');
  const deaf = setTimeout(() => {
    for (const child of children) child.kill('SIGKILL');
  }, 15_000);
  await Promise.all(children.map((child) => once(child, 'close')));
  clearTimeout(deaf);
};

/** Ctrl-C, and a build server that gives up, end what runs and then us, in this order. */
export const endOnSignal = () => {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.once(signal, async () => {
      await endRunning();
      process.exit(130);
    });
};

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { show?: boolean }} [options] show: pass its output through
 * @returns {Promise<{ code: number, output: string }>}
 */
export const run = (command, args, { show = false, ...options } = {}) =>
  new Promise((resolve, reject) => {
    const stdio = show ? 'inherit' : 'pipe';
    const child = track(spawn(command, args, { cwd: ROOT, ...options, stdio: ['ignore', stdio, stdio] }));
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code: code ?? (signal ? 1 : 0), output }));
  });

/**
 * Runs a program that has to succeed; its output is kept back, and shown when it fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { show?: boolean, remedy?: string }} [options]
 */
export const must = async (command, args, { remedy, ...options } = {}) => {
  const { code, output } = await run(command, args, options);
  if (code === 0) return output;
  const tail = output.trim().split('\n').slice(-40).join('\n');
  throw new Trouble(`${[command, ...args].join(' ')} failed (exit ${code})${tail ? `:\n${tail}` : ''}`, remedy);
};

/** A program of node_modules/.bin. @param {string} name */
export const bin = (name) => join(ROOT, 'node_modules', '.bin', name);
