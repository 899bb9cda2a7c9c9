// npm run check: types, lint, format, imports and unused code, side by side, in seconds.
import { checks } from './lib/checks.mjs';
import { endOnSignal } from './lib/exec.mjs';
import { runChecks } from './lib/gate.mjs';
import { generate } from './lib/generate.mjs';
import { install } from './lib/install.mjs';
import { complain } from './lib/say.mjs';

endOnSignal();
try {
  await install();
  await generate();
  const { passed, failed } = await runChecks(checks());
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  process.exitCode = failed ? 1 : 0;
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
