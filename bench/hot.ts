import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { migrate } from '@waybill/db';
import { endOnSignal, must } from '../scripts/lib/exec.mjs';
import { ROOT } from '../scripts/lib/paths.mjs';
import { ensureDatabase, startPostgres, withClient } from '../scripts/lib/postgres.mjs';
import { say } from '../scripts/lib/say.mjs';
import { type Figures, median } from './append/contestant.ts';
import { machine } from './lib/machine.ts';

endOnSignal(); // what it started ends with it

/** Commands per second on one stream by 64 writers in two processes, beside the same commands for streams of their own. */
const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '8' }, rounds: { type: 'string', default: '3' } },
});
const [seconds, rounds] = [Number(values.seconds), Number(values.rounds)];
const [PROCESSES, WRITERS] = [2, 32];
const TARGET = 0.5;

const dir = mkdtempSync(join(tmpdir(), 'waybill-bench-hot-'));
mkdirSync(join(dir, 'postgres'));
const postgres = await startPostgres({ dir: join(dir, 'postgres'), state: dir, log: join(dir, 'postgres.log') });

try {
  const { url, ownerUrl } = await ensureDatabase(postgres, dir, 'bench_hot');
  await migrate(ownerUrl);

  const run = async (processes: number, program: string, ...args: string[]): Promise<Figures> => {
    await withClient(postgres.adminUrl, (client) => client.query('checkpoint'));
    const writers = `${(PROCESSES * WRITERS) / processes}`;
    const command = ['--import', 'tsx', program, url, writers, `${seconds}`, ...args];
    const outputs = await Promise.all(
      Array.from({ length: processes }, () => must(process.execPath, command, { cwd: ROOT })),
    );
    const each = outputs.map((output) => JSON.parse(output.trimEnd().split('\n').at(-1) ?? '') as Figures);
    const worst = (of: keyof Figures) => Math.max(...each.map((figures) => figures[of]));
    return { rate: each.reduce((sum, { rate }) => sum + rate, 0), p50: worst('p50'), p99: worst('p99') };
  };
  const writers = 'bench/hot/writers.ts';
  const contestants: Record<string, (round: number) => Promise<Figures>> = {
    'append: new streams': () => run(PROCESSES, 'bench/append/waybill.ts'),
    'engine: streams of their own': () => run(PROCESSES, writers, 'Book', 'spread'),
    'one stream, in any order': (round) => run(PROCESSES, writers, 'Post', `revenue-${round}`),
    'one stream, one upon the other, two processes': (round) => run(PROCESSES, writers, 'Book', `till-${round}`),
    'one stream, one upon the other, one process': (round) => run(1, writers, 'Book', `drawer-${round}`),
  };

  const measured: Record<string, Figures[]> = {};
  for (let round = 1; round <= rounds; round += 1) {
    for (const [name, contestant] of Object.entries(contestants)) {
      say(`hot, round ${round} of ${rounds}: ${name}`);
      measured[name] = [...(measured[name] ?? []), await contestant(round)];
    }
  }
  const middle = (name: string, of: keyof Figures) => median((measured[name] ?? []).map((figures) => figures[of]));
  const rates = Object.fromEntries(Object.keys(contestants).map((name) => [name, Math.round(middle(name, 'rate'))]));
  const append = middle('append: new streams', 'rate');

  console.log(`\nhot: ${PROCESSES * WRITERS} writers, one event of 300 bytes, durable (medians of ${rounds} rounds)`);
  console.table(
    Object.fromEntries(
      Object.entries(rates).map(([name, rate]) => [
        name,
        {
          'per second': rate,
          'p50 ms': Number(middle(name, 'p50').toFixed(2)),
          'p99 ms': Number(middle(name, 'p99').toFixed(2)),
          'of append': `${Math.round((100 * rate) / append)} %`,
        },
      ]),
    ),
  );
  const ratio = middle('one stream, in any order', 'rate') / append;
  console.log(
    `  one stream over append: ${ratio.toFixed(2)} (target ≥ ${TARGET}): ${ratio >= TARGET ? 'reached' : 'MISSED'}`,
  );
  console.log('  conflicts that reached a caller: 0 (the first one would have ended the run)');
  console.log(JSON.stringify({ benchmark: 'hot', seconds, rounds, target: TARGET, ratio, rates, machine: machine() }));
} finally {
  await postgres.stop();
  rmSync(dir, { recursive: true, force: true });
}
