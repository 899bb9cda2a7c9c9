import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumProgram } from './chromium.mjs';
import { startStack } from './stack.mjs';
import { runPlaywright } from './tests.mjs';

/**
 * Starts a whole Waybill of its own (fresh data, the first day's orders, free ports), runs the browser tests against
 * it, and ends it. The apps must be built.
 * @param {readonly string[]} [extra] arguments of playwright
 * @returns {Promise<import('./gate.mjs').Count>}
 */
export const runBrowserTests = async (extra = []) => {
  const browser = await chromiumProgram();
  const state = mkdtempSync(join(tmpdir(), 'waybill-e2e-'));
  chmodSync(state, 0o755); // the database's own account passes through it
  /** @type {(() => Promise<void>)[]} */
  const stops = [];
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, REDIS_URL: ___, ...env } = process.env; // never somebody's own data
  try {
    const stack = await startStack({ state, env, onStop: (stop) => stops.push(stop) });
    const { WAYBILL_WEB_URL: E2E_WEB_URL, WAYBILL_API_URL: E2E_API_URL } = stack.env;
    return await runPlaywright({ ...browser.env, CHROMIUM_PATH: browser.path, E2E_WEB_URL, E2E_API_URL }, extra);
  } finally {
    for (const stop of stops.reverse()) await stop();
    rmSync(state, { recursive: true, force: true });
  }
};
