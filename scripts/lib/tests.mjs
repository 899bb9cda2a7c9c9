import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bin, track } from './exec.mjs';
import { folder, ROOT, STATE } from './paths.mjs';

/** @typedef {import('./gate.mjs').Count} Count */

const NOT_RUN = { passed: 0, failed: 1, skipped: 0 };

/**
 * Runs a program with its output passed through.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
const show = (command, args, env) =>
  new Promise((resolve) => {
    const child = track(spawn(command, args, { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] }));
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });

/**
 * A fresh path for a report.
 * @param {string} name
 */
const reportPath = (name) => {
  const path = join(folder(STATE, 'reports'), `${name}.json`);
  rmSync(path, { force: true });
  return path;
};

/**
 * Runs a project of vitest. A file that could not be loaded, and a run that died, count as one failure each.
 * @param {string} project
 * @returns {Promise<Count>}
 */
export const runVitest = async (project) => {
  const path = reportPath(project);
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${path}`];
  const code = await show(bin('vitest'), args, process.env);
  if (!existsSync(path)) return NOT_RUN;
  const report = JSON.parse(readFileSync(path, 'utf8'));
  const broken = report.testResults.filter(
    (/** @type {any} */ file) => file.status === 'failed' && !file.assertionResults.length,
  );
  const failed = report.numFailedTests + broken.length;
  return {
    passed: report.numPassedTests,
    failed: failed || (code ? 1 : 0),
    skipped: report.numPendingTests + report.numTodoTests,
  };
};

/**
 * Runs the browser tests.
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} [extra] arguments of playwright
 * @returns {Promise<Count>}
 */
export const runPlaywright = async (env, extra = []) => {
  const path = reportPath('e2e');
  const args = ['test', '--config', 'e2e/playwright.config.ts', ...extra];
  const code = await show(bin('playwright'), args, {
    ...env,
    PLAYWRIGHT_JSON_OUTPUT_NAME: path,
    PLAYWRIGHT_JSON_OUTPUT_FILE: path,
  });
  if (!existsSync(path)) return NOT_RUN;
  const { stats, errors } = JSON.parse(readFileSync(path, 'utf8'));
  const failed = stats.unexpected + (errors?.length ?? 0);
  return { passed: stats.expected + stats.flaky, failed: failed || (code ? 1 : 0), skipped: stats.skipped };
};
