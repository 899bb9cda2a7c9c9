import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { migrate } from '@waybill/db';
import { openShop } from '../apps/modules/src/fixtures/shop.ts';
import { endOnSignal, must } from '../scripts/lib/exec.mjs';
import { ROOT } from '../scripts/lib/paths.mjs';
import { ensureDatabase, OWNER, startPostgres, withClient } from '../scripts/lib/postgres.mjs';
import { say } from '../scripts/lib/say.mjs';
import { installPeer } from './append/contestant.ts';
import { machine } from './lib/machine.ts';
import { measureLive, measureRebuild } from './projection/waybill.ts';

endOnSignal(); // what it started ends with it

/** Events per second through the order board, beside emmett's consumer with the same fold and table; and a long rebuild. */
const { values } = parseArgs({
  options: { events: { type: 'string', default: '1000000' }, peer: { type: 'string', default: '20000' } },
});
const [events, peerEvents] = [Number(values.events), Number(values.peer)];
const TARGETS = { asItComes: 10, tuned: 2, lastOverFirst: 0.9 };
/** Emmett's batch and sleep, where it was fastest. */
const TUNED = ['1000', '1'];

interface Projected {
  readonly handled: number;
  readonly rate: number;
}

const emmettVersion = await installPeer('emmett', '@event-driven-io/emmett-postgresql');
const dir = mkdtempSync(join(tmpdir(), 'waybill-bench-projection-'));
chmodSync(dir, 0o755);
mkdirSync(join(dir, 'postgres'));
const postgres = await startPostgres({ dir: join(dir, 'postgres'), state: dir, log: join(dir, 'postgres.log') });

try {
  const ours = await ensureDatabase(postgres, dir, 'bench_waybill');
  const theirs = await ensureDatabase(postgres, dir, 'bench_emmett');
  for (const { ownerUrl } of [ours, theirs]) await migrate(ownerUrl);
  const shop = await openShop(ours.url, ours.ownerUrl);

  const emmett = async (...pulling: string[]): Promise<Projected> => {
    const file = join(ROOT, 'bench', 'peers', 'emmett', 'project.mjs');
    const args = [
      '--import',
      'tsx',
      file,
      postgres.url(OWNER, 'bench_emmett'),
      ours.ownerUrl,
      `${peerEvents}`,
      ...pulling,
    ];
    const output = await must(process.execPath, args, { cwd: ROOT });
    return JSON.parse(output.trimEnd().split('\n').at(-1) ?? '') as Projected;
  };

  say(`projection: ${peerEvents} events by Waybill, and by emmett`);
  // The planner's figures of the log, as a database that is in use has them.
  const analyze = () => withClient(ours.ownerUrl, (client) => client.query('vacuum analyze es.events'));
  await shop.addHistory(peerEvents);
  await analyze();
  const live = await measureLive(shop);
  const asItComes = await emmett();
  const tuned = await emmett(...TUNED);

  say(`projection: a rebuild over ${events} events`);
  await shop.addHistory(Math.max(events - peerEvents, 0));
  await analyze();
  const catchUp = await measureLive(shop);
  const rebuild = await measureRebuild(shop, Math.min(100_000, events / 10));
  await shop.close();

  const rate = ({ rate: perSecond }: { readonly rate: number }) => ({ 'events per second': Math.round(perSecond) });
  console.table({
    [`waybill, ${live.handled} events`]: rate(live),
    [`emmett as it comes, ${asItComes.handled} events`]: rate(asItComes),
    [`emmett tuned, ${tuned.handled} events`]: rate(tuned),
    [`waybill, ${catchUp.handled} events`]: rate(catchUp),
    [`rebuild, ${rebuild.handled} events`]: rate(rebuild),
    'rebuild, the first tenth': rate(rebuild.first),
    'rebuild, the last tenth': rate(rebuild.last),
  });
  const ratios = {
    asItComes: live.rate / asItComes.rate,
    tuned: live.rate / tuned.rate,
    lastOverFirst: rebuild.last.rate / rebuild.first.rate,
  };
  const line = (what: string, ratio: number, target: number) =>
    console.log(`  ${what}: ${ratio.toFixed(2)} × (target ≥ ${target}): ${ratio >= target ? 'reached' : 'MISSED'}`);
  line('over emmett as it comes', ratios.asItComes, TARGETS.asItComes);
  line('over emmett tuned', ratios.tuned, TARGETS.tuned);
  line('the last over the first', ratios.lastOverFirst, TARGETS.lastOverFirst);
  console.log(`  the swap: ${rebuild.comparison}`);
  const versions = { node: process.version, emmett: emmettVersion };
  console.log(
    JSON.stringify({
      benchmark: 'projection',
      events,
      peerEvents,
      targets: TARGETS,
      ratios,
      live,
      asItComes,
      tuned,
      catchUp,
      rebuild,
      versions,
      machine: machine(),
    }),
  );
} finally {
  await postgres.stop();
  rmSync(dir, { recursive: true, force: true });
}
