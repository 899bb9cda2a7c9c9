import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { migrate } from '@waybill/db';
import { endOnSignal } from '../scripts/lib/exec.mjs';
import { ensureDatabase, OWNER, startPostgres, withClient } from '../scripts/lib/postgres.mjs';
import { say } from '../scripts/lib/say.mjs';
import { type Figures, installPeer, medianOf, runContestant } from './append/contestant.ts';
import { findPgbench, PGBENCH_TABLE, runPgbench } from './append/pgbench.ts';

endOnSignal(); // what it started ends with it

/** Appends per second by the production path, beside emmett and the floor that Postgres itself sets. */
const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '8' }, rounds: { type: 'string', default: '3' } },
});
const [seconds, rounds] = [Number(values.seconds), Number(values.rounds)];
const CALLERS = [32, 128];
const ROWS = 64;
const TARGETS = { emmett: 8, pgbench: 1.2, p99: 2 };

const emmettVersion = await installPeer('emmett', '@event-driven-io/emmett-postgresql');
const pgbench = await findPgbench();
const dir = mkdtempSync(join(tmpdir(), 'waybill-bench-append-'));
mkdirSync(join(dir, 'postgres'));
const postgres = await startPostgres({ dir: join(dir, 'postgres'), state: dir, log: join(dir, 'postgres.log') });

try {
  const ours = await ensureDatabase(postgres, dir, 'bench_waybill');
  await migrate(ours.ownerUrl);
  await ensureDatabase(postgres, dir, 'bench_emmett');
  await ensureDatabase(postgres, dir, 'bench_pgbench');
  const [emmettUrl, floorUrl] = [postgres.url(OWNER, 'bench_emmett'), postgres.url(OWNER, 'bench_pgbench')];
  await withClient(floorUrl, (client) => client.query(PGBENCH_TABLE));
  const serverVersion = await withClient(floorUrl, async (client) => {
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    return rows[0]?.server_version;
  });

  const contestants: Record<string, (callers: number) => Promise<Figures>> = {
    waybill: (callers) => runContestant('bench/append/waybill.ts', ours.url, callers, seconds),
    emmett: (callers) => runContestant('bench/peers/emmett/append.mjs', emmettUrl, callers, seconds),
    pgbench: (clients) => runPgbench(pgbench, floorUrl, { clients, seconds, rows: 1 }),
    [`pgbench, ${ROWS} rows`]: (clients) => runPgbench(pgbench, floorUrl, { clients, seconds, rows: ROWS }),
  };

  const results = [];
  for (const callers of CALLERS) {
    const measured: Record<string, Figures[]> = {};
    for (let round = 1; round <= rounds; round += 1) {
      for (const [name, run] of Object.entries(contestants)) {
        say(`append, ${callers} callers, round ${round} of ${rounds}: ${name}`);
        await withClient(postgres.adminUrl, (client) => client.query('checkpoint'));
        measured[name] = [...(measured[name] ?? []), await run(callers)];
      }
    }
    const figures = Object.fromEntries(Object.entries(measured).map(([name, all]) => [name, medianOf(all)]));
    results.push({ callers, figures, ratios: ratiosOf(figures) });
  }

  for (const { callers, figures, ratios } of results) {
    console.log(
      `\nappend: new streams, one event of 300 bytes, durable, ${callers} callers (medians of ${rounds} rounds)`,
    );
    const rounded = Object.entries(figures).map(([name, { rate, p50, p99 }]) => [
      name,
      { 'per second': Math.round(rate), 'p50 ms': Number(p50.toFixed(2)), 'p99 ms': Number(p99.toFixed(2)) },
    ]);
    console.table(Object.fromEntries(rounded));
    const line = (what: string, ratio: number, reached: boolean, target: string) =>
      console.log(`  ${what}: ${ratio.toFixed(2)} × (target ${target}): ${reached ? 'reached' : 'MISSED'}`);
    line('rate over emmett', ratios.emmett, ratios.emmett >= TARGETS.emmett, `≥ ${TARGETS.emmett}`);
    line('rate over pgbench', ratios.pgbench, ratios.pgbench >= TARGETS.pgbench, `≥ ${TARGETS.pgbench}`);
    line('p99 over pgbench', ratios.p99, ratios.p99 <= TARGETS.p99, `≤ ${TARGETS.p99}`);
  }
  const versions = { node: process.version, postgres: serverVersion, emmett: emmettVersion, pgbench: pgbench.version };
  const machine = { cpus: cpus().length, model: cpus()[0]?.model, memoryGb: Math.round(totalmem() / 2 ** 30) };
  console.log(JSON.stringify({ benchmark: 'append', seconds, rounds, targets: TARGETS, results, versions, machine }));
} finally {
  await postgres.stop();
  rmSync(dir, { recursive: true, force: true });
}

function ratiosOf({ waybill, emmett, pgbench: floor }: Record<string, Figures>) {
  if (!waybill || !emmett || !floor) throw new Error('A contestant is missing.');
  return { emmett: waybill.rate / emmett.rate, pgbench: waybill.rate / floor.rate, p99: waybill.p99 / floor.p99 };
}
