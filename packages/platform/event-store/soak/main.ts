import { parseArgs } from 'node:util';
import { startOwnServer } from './own-server.ts';
import { seeded } from './random.ts';
import { holds, runSoak } from './run-soak.ts';

/** `npm run soak -- --minutes 5 [--seed 42]`: proves the fence, or names the seed that broke it. */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const seed = Number(values.seed);
const seconds = Number(values.minutes) * 60;
if (!(seconds > 0) || !Number.isSafeInteger(seed)) {
  console.error('Usage: npm run soak -- --minutes 5 [--seed 42]');
  process.exit(2);
}
console.log(
  `Soaking the fence for ${values.minutes} minutes, seed ${seed}: 16 writers, held transactions, rollbacks, cut connections, restarts.`,
);
const server = await startOwnServer(seeded(seed));
const soaking = runSoak({ ...server, seconds, seed, restart: { everyMs: 20_000, run: server.restart } });
const report = await soaking.finally(server.remove);

const { commits, rollbacks, unknown, faults, log } = report;
console.log(
  `${commits} commits, ${rollbacks} rollbacks, ${unknown} without an answer; ${faults.killed} connections cut, ${faults.restarts} restarts.`,
);
console.table(report.readers.concat(report.control));
console.log(
  `Log: ${log.acknowledgedMissing} acknowledged missing, ${log.rolledBackPresent} rolled back present, ${log.brokenStreams} streams broken.`,
);
console.log(JSON.stringify(report));
console.log(
  holds(report) ? '0 lost, 0 doubled, 0 disordered; the control was caught.' : `FAILED: try again with --seed ${seed}.`,
);
process.exitCode = holds(report) ? 0 : 1;
