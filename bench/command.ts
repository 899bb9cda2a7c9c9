import { parseArgs } from 'node:util';
import { endOnSignal } from '../scripts/lib/exec.mjs';
import { say } from '../scripts/lib/say.mjs';
import { closedLoop, type LoopFigures } from './lib/closed-loop.ts';
import { createConnections } from './lib/connections.ts';
import { every } from './lib/every.ts';
import { freshWhile, settle } from './lib/freshness.ts';
import { machine } from './lib/machine.ts';
import { openShop } from './lib/shop.ts';
import { startStack } from './lib/stack.ts';
import { startProgram } from './lib/start-program.ts';

endOnSignal(); // what it started ends with it

/** `placeOrder` (2 lines) over HTTP, acknowledged and durable, beside a Yoga mutation that does nothing. */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    'warm-up': { type: 'string', default: '10' },
    connections: { type: 'string', default: '32' },
    profile: { type: 'string' },
  },
});
const [seconds, warmUp, connections] = [values.seconds, values['warm-up'], values.connections].map(Number) as [
  number,
  number,
  number,
];
const TARGET = 0.4;
const STEP_SECONDS = 8;
/** The share of looks at which all views must be fresh for a rate to count as held. */
const MOSTLY = 0.9;

const isPlaced = (body: string): boolean => body.includes('"OrderPayload"');

const stack = await startStack({
  ...(values.profile ? { apiFlags: ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] } : {}),
});
try {
  const body = await openShop(stack.apiPort);
  const run = async (name: string, port: number): Promise<LoopFigures> => {
    const loop = { port, connections, body, isGood: isPlaced };
    say(`command: ${name}, ${warmUp} s to warm up, ${seconds} s`);
    await closedLoop({ ...loop, seconds: warmUp });
    return closedLoop({ ...loop, seconds });
  };
  const backlogOf = async () => {
    const { rows } = await stack.pool.query<{ events: number; commands: number }>(`
      select (select es.watermark()) - (select min(position) from es.checkpoints) as events,
             (select count(*)::int from es.outbox) as commands`);
    return rows[0] ?? { events: 0, commands: 0 };
  };

  /** Doubles the rate until views fall behind: the last rate at which they did not. Per second; 0 where the first is too much. */
  const highestFreshRate = async (): Promise<number> => {
    const pool = createConnections(stack.apiPort);
    let held = 0;
    for (let rate = 25; rate <= 1_600; rate *= 2) {
      if (!(await settle(stack.apiPort, 120_000))) break;
      const place = async () => void (await pool.use((connection) => connection.post('/graphql', body())));
      const fresh = await freshWhile(stack.apiPort, () => every(rate, STEP_SECONDS, place));
      if (fresh < MOSTLY) break;
      held = rate;
    }
    pool.close();
    return held;
  };

  const bare = await startProgram('bench/lib/bare-yoga.ts');
  const floor = await run('a bare Yoga mutation', bare.port);
  await bare.stop();
  const ours = await run('placeOrder', stack.apiPort);
  const backlog = await backlogOf();
  say('command: the highest rate at which every view stays fresh');
  const sustained = await highestFreshRate();

  const { rows } = await stack.pool.query<{ placed: number; durable: string }>(`
    select (select count(*)::int from es.events where type = 'OrderPlaced') as placed, current_setting('synchronous_commit') as durable`);
  const ratio = ours.rate / floor.rate;
  const shown = ({ rate, p50, p99 }: LoopFigures) => ({
    'per second': Math.round(rate),
    'p50 ms': Number(p50.toFixed(2)),
    'p99 ms': Number(p99.toFixed(2)),
  });
  console.log(`\ncommand: placeOrder of 2 lines over HTTP, ${connections} connections, ${seconds} s, worker running`);
  console.table({ placeOrder: shown(ours), 'bare Yoga mutation': shown(floor) });
  console.log(`  placed: ${rows[0]?.placed} orders, synchronous_commit ${rows[0]?.durable}`);
  console.log(`  backlog at the end: ${backlog.events} positions, ${backlog.commands} commands in the outbox`);
  console.log(`  highest rate (of 25, 50, 100, …) at which every view stays within its objective: ${sustained}/s`);
  console.log(
    `  rate over bare Yoga: ${ratio.toFixed(2)} × (target ≥ ${TARGET}): ${ratio >= TARGET ? 'reached' : 'MISSED'}`,
  );
  console.log(
    JSON.stringify({
      benchmark: 'command',
      seconds,
      connections,
      targets: { ratio: TARGET },
      results: { ours, bare: floor, ratio, backlog, sustained },
      versions: { node: process.version },
      machine: machine(),
    }),
  );
} finally {
  await stack.stop();
}
