// npm start: from a fresh clone to a running Waybill. Needs Node and npm, nothing else.
import { buildApps } from './lib/build.mjs';
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
    const built = buildApps();
    built.catch(() => {}); // reported where it is awaited
    const ports = preferredPorts();
    const stack = await startStack({ ...supervisor, state: STATE, ports, built });
    announce(stack, ports, supervisor);
  });
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
