// Bundles one app: node scripts/build-app.mjs api
import { bundle } from './lib/bundle.mjs';
import { generateClient } from './lib/generate.mjs';
import { complain, Trouble } from './lib/say.mjs';

try {
  const [name] = process.argv.slice(2);
  if (!name) throw new Trouble('Which app?', 'node scripts/build-app.mjs api|worker|cli');
  await generateClient();
  await bundle(name);
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
