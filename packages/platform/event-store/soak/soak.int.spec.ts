import { expect, it } from 'vitest';
import { startOwnServer } from './own-server.ts';
import { seeded } from './random.ts';
import { runSoak } from './run-soak.ts';

const SECONDS = 12;

it('loses, doubles and disorders nothing under fire, where a bare cursor does', { timeout: 120_000 }, async () => {
  const seed = Number(process.env.SOAK_SEED ?? Date.now() % 1_000_000);
  const server = await startOwnServer(seeded(seed));
  const restart = { everyMs: SECONDS * 500, run: server.restart };
  const report = await runSoak({ ...server, seconds: SECONDS, seed, restart }).finally(server.remove);

  const clean = { lost: 0, doubled: 0, disordered: 0, invented: 0 };
  const named = `SOAK_SEED=${seed}`;
  expect(report.log, named).toEqual({ acknowledgedMissing: 0, rolledBackPresent: 0, brokenStreams: 0 });
  for (const reader of report.readers) expect(reader, named).toMatchObject(clean);
  expect(report.control.lost, named).toBeGreaterThan(0);
  expect(report.faults.restarts, named).toBeGreaterThan(0);
});
