// npm run test:e2e: the browser tests against a whole Waybill of their own. What follows `--` goes to playwright.

import { runBrowserTests } from './lib/browser-tests.mjs';
import { buildApps } from './lib/build.mjs';
import { endOnSignal } from './lib/exec.mjs';
import { install } from './lib/install.mjs';
import { complain } from './lib/say.mjs';

endOnSignal();
try {
  await install();
  await buildApps();
  const { passed, failed, skipped } = await runBrowserTests(process.argv.slice(2));
  process.stdout.write(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}\n`);
  process.exitCode = failed ? 1 : 0;
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
