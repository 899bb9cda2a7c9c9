// npm run dev: like npm start, but from the sources: API and worker start again, and pages reload, when a file changes.
import { loadEnvFile, preferredPorts } from './lib/environment.mjs';
import { generate } from './lib/generate.mjs';
import { checkNode, install } from './lib/install.mjs';
import { STATE } from './lib/paths.mjs';
import { announce } from './lib/ready.mjs';
import { complain } from './lib/say.mjs';
import { startStack } from './lib/stack.mjs';
import { supervise } from './lib/supervise.mjs';

try {
  checkNode();
  loadEnvFile();
  await supervise(async (supervisor) => {
    await install();
    await generate();
    const ports = preferredPorts();
    const env = { ...process.env, NODE_ENV: 'development' };
    const stack = await startStack({ ...supervisor, state: STATE, ports, env, firstDay: false, fromSources: true });
    announce(stack, ports, supervisor);
  });
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
