import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { endOnSignal, track } from '../scripts/lib/exec.mjs';
import { say } from '../scripts/lib/say.mjs';
import { changesOfDrafts } from './latency/scenarios.ts';
import { type HttpConnection, openConnection } from './lib/http-connection.ts';
import { machine } from './lib/machine.ts';
import { quantile } from './lib/quantile.ts';
import { openShop } from './lib/shop.ts';
import { startStack } from './lib/stack.ts';
import { startProgram } from './lib/start-program.ts';

endOnSignal(); // what it started ends with it

/** One change to thousands of SSE subscribers of one API process, beside a plain Node loop that writes the same bytes. */
const { values } = parseArgs({
  options: {
    subscribers: { type: 'string', default: '5000' },
    rounds: { type: 'string', default: '15' },
    profile: { type: 'string' },
  },
});
const [subscribers, rounds] = [Number(values.subscribers), Number(values.rounds)];
const WARM_UP = 5;
const TARGETS = { bare: 3, kilobytes: 40 };

const CHANGES = `subscription { changes(topics: ["sales.orders"]) {
  ... on Change { cursor event stream version actor { name } summary keys recordedAt } } }`;

/** Resident memory of a process, in kilobytes. */
const residentOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);

interface Reached {
  readonly last: number;
  readonly bytes: number;
  readonly frame: string;
}

/** The subscribers of one server; `reached` waits for the next message that has come to all of them. */
const subscribeAll = async (port: number) => {
  const args = ['--import', 'tsx', 'bench/fanout/subscribers.ts', `${port}`, `${subscribers}`];
  const child = track(
    spawn(process.execPath, [...args, JSON.stringify({ query: CHANGES })], { stdio: ['ignore', 'pipe', 'inherit'] }),
  );
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = async (): Promise<string> => {
    const { value, done } = await lines.next();
    if (done) throw new Error('The subscribers have ended; read above why.');
    return value;
  };
  if ((await line()) !== 'ready') throw new Error('The subscribers said something else than ready.');
  return { reached: async () => JSON.parse(await line()) as Reached, stop: () => child.kill() };
};

/** From asking for the change until the last subscriber has it, in milliseconds, again and again. */
const measure = async (
  name: string,
  connection: HttpConnection,
  publish: (connection: HttpConnection) => Promise<unknown>,
  reached: () => Promise<Reached>,
) => {
  say(`fanout: ${name}, ${subscribers} subscribers, ${rounds} changes`);
  const times: number[] = [];
  let seen: Reached | undefined;
  for (let round = 0; round < WARM_UP + rounds; round += 1) {
    const start = performance.timeOrigin + performance.now();
    const [, all] = await Promise.all([publish(connection), reached()]);
    if (round >= WARM_UP) times.push(all.last - start);
    seen = all;
  }
  connection.close();
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99), frame: seen?.frame ?? '' };
};

const stack = await startStack(values.profile ? { apiFlags: ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] } : {});
const bareLoop = await startProgram('bench/fanout/bare-loop.ts');
try {
  await openShop(stack.apiPort);
  const changes = await changesOfDrafts(stack.apiPort);
  const before = residentOf(stack.apiPid);
  const ours = await subscribeAll(stack.apiPort);
  const kilobytes = (residentOf(stack.apiPid) - before) / subscribers;
  const waybill = await measure(
    'waybill',
    await openConnection(stack.apiPort),
    (connection) => connection.post('/graphql', JSON.stringify(changes())),
    ours.reached,
  );
  ours.stop();

  const theirs = await subscribeAll(bareLoop.port);
  const bare = await measure(
    'a bare Node loop',
    await openConnection(bareLoop.port),
    (connection) => connection.post('/publish', waybill.frame),
    theirs.reached,
  );
  theirs.stop();

  const ratio = waybill.p50 / bare.p50;
  const shown = ({ p50, p99 }: { p50: number; p99: number }) => ({
    'p50 ms': Number(p50.toFixed(1)),
    'p99 ms': Number(p99.toFixed(1)),
  });
  console.log(`\nfanout: one change to ${subscribers} subscribers of one process, until the last one has it`);
  console.table({ 'waybill (mutation, commit, view, all sent)': shown(waybill), 'a bare Node loop': shown(bare) });
  const verdict = (reached: boolean) => (reached ? 'reached' : 'MISSED');
  console.log(`  p50 over bare: ${ratio.toFixed(2)} × (target ≤ ${TARGETS.bare}): ${verdict(ratio <= TARGETS.bare)}`);
  console.log(
    `  memory per subscriber: ${kilobytes.toFixed(1)} KB (target ≤ ${TARGETS.kilobytes}): ${verdict(kilobytes <= TARGETS.kilobytes)}`,
  );
  const results = { waybill, bare, ratio, kilobytes };
  console.log(
    JSON.stringify({
      benchmark: 'fanout',
      subscribers,
      rounds,
      targets: TARGETS,
      results,
      versions: { node: process.version },
      machine: machine(),
    }),
  );
} finally {
  await bareLoop.stop();
  await stack.stop();
}
