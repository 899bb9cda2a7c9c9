import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { createPool } from '@waybill/db';
import { newId } from '@waybill/kernel';
import { endOnSignal } from '../scripts/lib/exec.mjs';
import { say } from '../scripts/lib/say.mjs';
import { createBareSequence } from './latency/bare-sequence.ts';
import { followChanges } from './latency/follow-changes.ts';
import { changesOfDrafts, type Operation } from './latency/scenarios.ts';
import { createConnections } from './lib/connections.ts';
import { every } from './lib/every.ts';
import { settle } from './lib/freshness.ts';
import { machine } from './lib/machine.ts';
import { quantile } from './lib/quantile.ts';
import { openShop } from './lib/shop.ts';
import { startStack } from './lib/stack.ts';
import { startProgram } from './lib/start-program.ts';

endOnSignal(); // what it started ends with it

/**
 * From sending a mutation to receiving its change over SSE, at 100 commands per second, beside the same sequence done
 * bare. Once with a command that leads to nothing else, once with `placeOrder`, which makes five commands of one.
 */
const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '30' }, rate: { type: 'string', default: '100' } },
});
const [seconds, rate] = [Number(values.seconds), Number(values.rate)];
/** Placing, and what the processes answer: billing and shipping open, the order is confirmed, payment is asked for. */
const COMMANDS_OF_AN_ORDER = 5;
const WARM_UP = 5;
const PATIENCE = 15_000;
const TARGETS = { p50: 3, p99: 6 };

const figuresOf = (times: readonly number[]) => ({
  p50: quantile(times, 0.5),
  p99: quantile(times, 0.99),
  count: times.length,
});
type Figures = ReturnType<typeof figuresOf>;

const stack = await startStack();
const floorPool = createPool(stack.databaseUrl, { max: 10 });
const bareYoga = await startProgram('bench/lib/bare-yoga.ts');
try {
  const orderBody = await openShop(stack.apiPort);
  const changes = await changesOfDrafts(stack.apiPort);
  const orders = (): Operation => JSON.parse(orderBody()) as Operation;

  const bareConnections = createConnections(bareYoga.port);
  const bare = await createBareSequence(stack.ownerPool, floorPool, stack.redisUrl);
  const bareOnce = () => bareConnections.use((connection) => bare.run(newId(), connection, orderBody()));

  const arrivals = new Map<string, (at: number) => void>();
  const stopFollowing = await followChanges(stack.apiPort, (id, at) => arrivals.get(id)?.(at));
  const connections = createConnections(stack.apiPort);
  const once = async ({ query, variables }: Operation): Promise<number> => {
    const commandId = newId();
    const text = JSON.stringify({ query, variables: { input: { ...variables.input, commandId } } });
    const arrived = new Promise<number>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`No change of ${commandId} came in ${PATIENCE} ms`)), PATIENCE);
      arrivals.set(commandId, (at) => {
        clearTimeout(late);
        arrivals.delete(commandId);
        resolve(at);
      });
    });
    const start = performance.now();
    const answer = await connections.use((connection) => connection.post('/graphql', text));
    if (!answer.body.includes('Payload"')) throw new Error(`Answered by ${answer.body}`);
    return (await arrived) - start;
  };

  const measure = async (what: string, perSecond: number, work: () => Promise<number>): Promise<Figures> => {
    say(`latency: ${what}, ${perSecond}/s`);
    const times: number[] = [];
    const timed = async () => void times.push(await work());
    await every(perSecond, WARM_UP, timed);
    times.length = 0;
    await every(perSecond, seconds, timed);
    return figuresOf(times);
  };

  const floor = await measure('the bare sequence', rate, bareOnce);
  const change = await measure('changeItemQuantity until its change arrives', rate, () => once(changes()));
  await settle(stack.apiPort, 60_000);
  const placingRate = Math.max(1, Math.round(rate / COMMANDS_OF_AN_ORDER));
  const placing = await measure('placeOrder until its change arrives', placingRate, () => once(orders()));

  await stopFollowing();
  connections.close();
  bareConnections.close();
  bare.close();

  const over = ({ p50, p99 }: Figures) => ({ p50: p50 / floor.p50, p99: p99 / floor.p99 });
  const ratios = { changeItemQuantity: over(change), placeOrder: over(placing) };
  const shown = ({ p50, p99 }: Figures, perSecond: number) => ({
    'sent per second': perSecond,
    'p50 ms': Number(p50.toFixed(2)),
    'p99 ms': Number(p99.toFixed(2)),
  });
  console.log(
    `\nlatency: from sending a mutation to receiving its change over SSE, ${rate} commands/s for ${seconds} s`,
  );
  console.table({
    changeItemQuantity: shown(change, rate),
    [`placeOrder (${COMMANDS_OF_AN_ORDER} commands each)`]: shown(placing, placingRate),
    'bare sequence': shown(floor, rate),
  });
  for (const [name, ratio] of Object.entries(ratios))
    for (const quantileName of ['p50', 'p99'] as const) {
      const [value, target] = [ratio[quantileName], TARGETS[quantileName]];
      const verdict = value <= target ? 'reached' : 'MISSED';
      console.log(`  ${name}, ${quantileName} over bare: ${value.toFixed(2)} × (target ≤ ${target}): ${verdict}`);
    }
  console.log(
    JSON.stringify({
      benchmark: 'latency',
      seconds,
      rate,
      targets: TARGETS,
      results: { changeItemQuantity: change, placeOrder: placing, bare: floor, ratios },
      versions: { node: process.version },
      machine: machine(),
    }),
  );
} finally {
  await Promise.all([bareYoga.stop(), floorPool.end()]);
  await stack.stop();
}
