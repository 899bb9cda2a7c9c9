import assert from 'node:assert/strict';
import { type Consumer, createDrainWorkers, createWakeUps, runChores } from '@waybill/queue';
import { eventually } from '@waybill/testing';

const redisUrl = process.env.REDIS_URL ?? '';
let committed = 0;
let done = 0;
/** What the engine makes of projections and processes; here, something that counts up to what was committed. */
const consumer: Consumer = {
  name: 'example.counter',
  kind: 'projection',
  async drain() {
    const handled = committed - done;
    done = committed;
    return { handled, caughtUp: true, position: done, busy: false };
  },
};

const wakeUps = createWakeUps(redisUrl); // hints over Redis: never throw, never wait, coalesce
await wakeUps.ready();
const workers = createDrainWorkers({ consumers: [consumer], redisUrl, wakeUps });
workers.start(); // drains on a hint, by a job while there is a backlog, and by its own timer in any case

committed = 3;
wakeUps.hint(3); // "something was committed, up to 3"
await eventually(() => done === 3);

let runs = 0;
const tick = {
  name: 'example.tick',
  everyMs: 10,
  async run() {
    runs += 1;
  },
};
const chores = runChores([tick], console); // again and again, never twice at once; one that fails comes again
await eventually(() => runs > 2);
assert.equal(workers.status().errors, 0);
await chores.stop();
await workers.close();
await wakeUps.close();
