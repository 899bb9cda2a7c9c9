import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { track } from './exec.mjs';
import { ROOT } from './paths.mjs';
import { dim, green, red } from './say.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 * @typedef {object} Check one thing that passes or fails as a whole
 * @property {string} name
 * @property {string} command
 * @property {readonly string[]} args
 * @property {string} remedy what to do when it fails
 */

/**
 * Runs a program, shows its output under its name once it is known to have failed, and answers whether it passed.
 * @param {Check} check
 * @returns {Promise<boolean>}
 */
export const runCheck = ({ name, command, args, remedy }) =>
  new Promise((resolve) => {
    const started = performance.now();
    const child = track(
      spawn(command, args, {
        cwd: ROOT,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
      }),
    );
    let output = '';
    const collect = (/** @type {Buffer} */ chunk) => {
      output += chunk;
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', (error) => collect(Buffer.from(error.message)));
    child.once('close', (code) => {
      const took = dim(`${((performance.now() - started) / 1000).toFixed(1)} s`);
      const passed = code === 0;
      process.stdout.write(`${passed ? green('✓') : red('✗')} ${name} ${took}\n`);
      if (!passed) process.stdout.write(`${output.trimEnd()}\n${red('→')} ${remedy}\n`);
      resolve(passed);
    });
  });

/**
 * Runs checks side by side.
 * @param {readonly Check[]} checks
 * @returns {Promise<Count>}
 */
export const runChecks = async (checks) => {
  const results = await Promise.all(checks.map(runCheck));
  const passed = results.filter(Boolean).length;
  return { passed, failed: results.length - passed, skipped: 0 };
};
