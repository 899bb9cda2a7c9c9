import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createPool, migrate } from '@waybill/db';
import { createEngine } from '@waybill/engine';
import { createEventStore } from '@waybill/event-store';
import { endOnSignal } from '../scripts/lib/exec.mjs';
import { ensureDatabase, startPostgres, withClient } from '../scripts/lib/postgres.mjs';
import { say } from '../scripts/lib/say.mjs';
import { machine } from './lib/machine.ts';
import { quantile } from './lib/quantile.ts';
import { type SeriesState, seriesOf } from './snapshot/series.ts';

endOnSignal(); // what it started ends with it

/**
 * The load of a long stream beside one of 10 events, with nothing in memory. The tail after the newest snapshot is the
 * longest there can be: one short of two distances, because a snapshot was lost with the process that should have taken it.
 */
const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '100000' },
    every: { type: 'string', default: '50' },
    loads: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '3' },
  },
});
const [length, every, loads, rounds] = [values.events, values.every, values.loads, values.rounds].map(Number) as [
  number,
  number,
  number,
  number,
];
const TARGET = 3;
const AT_ONCE = 1_000;
const ana = { kind: 'system', id: 'bench', name: 'Benchmark' } as const;

const dir = mkdtempSync(join(tmpdir(), 'waybill-bench-snapshot-'));
mkdirSync(join(dir, 'postgres'));
const postgres = await startPostgres({ dir: join(dir, 'postgres'), state: dir, log: join(dir, 'postgres.log') });
const database = await ensureDatabase(postgres, dir, 'bench_snapshot');
await migrate(database.ownerUrl);
const pool = createPool(database.url);

const series = seriesOf(every);
const engineOf = (aggregate: ReturnType<typeof seriesOf>) =>
  createEngine({
    pool,
    store: createEventStore(pool),
    modules: [{ name: 'bench', aggregates: [aggregate], refusals: [] }],
    masterKey: Buffer.alloc(32, 1),
    onTrouble: (trouble) => say(JSON.stringify(trouble)),
  });

const take = async (engine: ReturnType<typeof engineOf>, seriesId: string, total: number) => {
  for (let left = total; left > 0; left -= AT_ONCE) {
    const data = { seriesId, count: Math.min(left, AT_ONCE) };
    const outcome = await engine.execute({ type: 'Take', data, actor: ana });
    if (outcome.status !== 'accepted') throw new Error(`The stream could not be written: ${JSON.stringify(outcome)}`);
  }
};
const newestSnapshot = async (seriesId: string): Promise<number> => {
  const text = 'select coalesce(max(version), 0)::integer as version from es.snapshots where stream_id = $1';
  const { rows } = await pool.query<{ version: number }>(text, [`benchSeries-${seriesId}`]);
  return rows[0]?.version ?? 0;
};

try {
  const tail = 2 * every - 1;
  const covered = Math.floor((length - tail) / every) * every;
  say(`Writing a stream of ${covered + tail} events, snapshots every ${every}`);
  await take(engineOf(series), 'long', covered);
  while ((await newestSnapshot('long')) < covered) await wait(20);
  // A process that takes none.
  await take(engineOf(seriesOf()), 'long', tail);
  await take(engineOf(seriesOf()), 'short', 10);
  await withClient(database.ownerUrl, (owner) => owner.query('vacuum analyze es.events, es.snapshots'));

  const engine = engineOf(series);
  const load = async (id: string, version: number, last: number): Promise<number> => {
    const begun = performance.now();
    const { state } = await engine.stateAt(series, id, { version });
    const took = performance.now() - begun;
    if ((state as SeriesState).last !== last) throw new Error(`${id} was loaded wrongly.`);
    return took;
  };
  const long = () => load('long', covered + tail, covered + tail);
  const short = () => load('short', 10, 10);

  const measured: { long: number[]; short: number[] }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    if (round > 0) say(`snapshot, round ${round} of ${rounds}`);
    const times = { long: [] as number[], short: [] as number[] };
    // In turns, so that what disturbs the machine disturbs both.
    for (let n = 0; n < loads; n += 1) {
      times.long.push(await long());
      times.short.push(await short());
    }
    if (round > 0) measured.push(times);
  }
  const replayed = performance.now();
  await engineOf(seriesOf()).stateAt(seriesOf(), 'long', { version: covered + tail });
  const replay = performance.now() - replayed;

  const all = { long: measured.flatMap((one) => one.long), short: measured.flatMap((one) => one.short) };
  const figures = (times: readonly number[]) => ({ p50: quantile(times, 0.5), p99: quantile(times, 0.99) });
  const [longOnes, shortOnes] = [figures(all.long), figures(all.short)];
  const ratio = longOnes.p50 / shortOnes.p50;
  const rounded = ({ p50, p99 }: { p50: number; p99: number }) => ({
    'p50 ms': Number(p50.toFixed(3)),
    'p99 ms': Number(p99.toFixed(3)),
  });
  console.log(`\nsnapshot: loads with nothing in memory, ${loads} of each in ${rounds} rounds`);
  console.table({
    [`${covered + tail} events, tail of ${tail}`]: rounded(longOnes),
    '10 events': rounded(shortOnes),
    [`${covered + tail} events, replayed once`]: rounded({ p50: replay, p99: replay }),
  });
  console.log(
    `  long over short: ${ratio.toFixed(2)} × (target ≤ ${TARGET}): ${ratio <= TARGET ? 'reached' : 'MISSED'}`,
  );
  const { rows } = await pool.query<{ server_version: string }>('show server_version');
  const versions = { node: process.version, postgres: rows[0]?.server_version };
  console.log(
    JSON.stringify({
      benchmark: 'snapshot',
      events: covered + tail,
      every,
      tail,
      target: TARGET,
      ratio,
      reached: ratio <= TARGET,
      figures: { long: longOnes, short: shortOnes, replay },
      versions,
      machine: machine(),
    }),
  );
} finally {
  await pool.end();
  await postgres.stop();
  rmSync(dir, { recursive: true, force: true });
}
