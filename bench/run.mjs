import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../scripts/lib/paths.mjs';
import { complain, say, Trouble } from '../scripts/lib/say.mjs';

/** `npm run bench` runs all, one after the other; `npm run bench -- append --rounds 1` runs one, with its options. */
const ALL = ['append', 'command', 'latency', 'fanout', 'projection', 'hot', 'snapshot'];

try {
  const [name, ...options] = process.argv.slice(2);
  if (name !== undefined && !ALL.includes(name))
    throw new Trouble(`There is no benchmark '${name}'.`, `Choose one of ${ALL.join(', ')}, or none to run them all.`);
  for (const one of name === undefined ? ALL : [name]) {
    say(`Benchmark ${one}`);
    const args = ['--import', 'tsx', join(ROOT, 'bench', `${one}.ts`), ...options];
    const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
    if (status !== 0)
      throw new Trouble(`The benchmark ${one} failed.`, `Read above why, then run it alone: npm run bench -- ${one}`);
  }
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
