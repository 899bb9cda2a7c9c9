// npm test: everything, from a fresh clone; ends with one line, `N passed, N failed`.

import { runBrowserTests } from './lib/browser-tests.mjs';
import { buildApps } from './lib/build.mjs';
import { checks } from './lib/checks.mjs';
import { endOnSignal } from './lib/exec.mjs';
import { runChecks } from './lib/gate.mjs';
import { generate } from './lib/generate.mjs';
import { checkNode, install } from './lib/install.mjs';
import { redisProgram } from './lib/redis-program.mjs';
import { bold, complain } from './lib/say.mjs';
import { runVitest } from './lib/tests.mjs';

/** @typedef {import('./lib/gate.mjs').Count} Count */

/**
 * One part of the whole; a part that cannot run is one failure, and the others run all the same.
 * @param {string} title
 * @param {() => Promise<Count>} work
 * @returns {Promise<Count>}
 */
const part = async (title, work) => {
  process.stdout.write(`\n${bold(title)}\n`);
  try {
    return await work();
  } catch (error) {
    complain(error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
};

const ONE = { passed: 1, failed: 0, skipped: 0 };

const all = async () => {
  checkNode();
  await install();
  await generate();
  const counts = [
    await part('Checks', () => runChecks(checks())),
    await part('Unit tests', () => runVitest('unit')),
    await part('Integration tests', async () => {
      await redisProgram();
      return runVitest('int');
    }),
    await part('Build', () => buildApps().then(() => ONE)),
    await part('Browser tests', () => runBrowserTests()),
  ];
  const sum = (/** @type {keyof Count} */ key) => counts.reduce((total, count) => total + count[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
};

endOnSignal();
try {
  const { passed, failed, skipped } = await all();
  process.exitCode = failed ? 1 : 0;
  process.stdout.write(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}\n`);
} catch (error) {
  complain(error);
  process.exitCode = 1;
  process.stdout.write('\n0 passed, 1 failed\n');
}
