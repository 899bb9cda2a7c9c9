// npm run build: every app that changed since it was last built.
import { buildApps } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { complain } from './lib/say.mjs';

try {
  await install();
  await buildApps();
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
