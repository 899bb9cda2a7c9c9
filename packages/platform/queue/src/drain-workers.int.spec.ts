import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { eventually, type TestRedis, testRedis } from '@waybill/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Consumer, Drained } from './consumer.ts';
import { createDrainQueue } from './drain-queue.ts';
import { createDrainWorkers, type DrainWorkersOptions } from './drain-workers.ts';
import { createWakeUps } from './wake-ups.ts';

/** A log and a consumer of it, shared by "processes": owned by one drain at a time, as a checkpoint row is. */
const countingLog = (kind: Consumer['kind'] = 'projection', name = 'sales.orders') => {
  const log = { length: 0, done: 0, owned: false, doubles: 0, producing: false };
  const consumer: Consumer = {
    name,
    kind,
    async drain(budgetMs): Promise<Drained> {
      if (log.owned) return { handled: 0, caughtUp: false, position: log.done, busy: true };
      log.owned = true;
      const deadline = performance.now() + budgetMs;
      let handled = 0;
      while (log.done < log.length && performance.now() < deadline) {
        await new Promise((resolve) => setImmediate(resolve));
        log.done += 1;
        handled += 1;
      }
      log.owned = false;
      const producedCommands = log.producing && handled > 0;
      return { handled, caughtUp: log.done === log.length, position: log.done, producedCommands, busy: false };
    },
  };
  return { log, consumer };
};

describe('drain workers', () => {
  let redis: TestRedis;
  const closing: (() => Promise<unknown>)[] = [];
  const LATE = 60_000; // no sweep within a test

  beforeAll(async () => {
    redis = await testRedis();
  });
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
    await redis.wipe();
  });
  afterAll(() => redis.stop());

  const worker = async (consumers: Consumer[], options: Partial<DrainWorkersOptions> = {}) => {
    const wakeUps = createWakeUps(redis.url);
    await wakeUps.ready();
    const workers = createDrainWorkers({ consumers, redisUrl: redis.url, wakeUps, sweepMs: LATE, ...options });
    closing.push(wakeUps.close, workers.close);
    workers.start();
    await eventually(() => workers.status().drains >= consumers.length); // the first look at everything
    return { wakeUps, workers };
  };
  const sender = async () => {
    const wakeUps = createWakeUps(redis.url);
    closing.push(wakeUps.close);
    await wakeUps.ready();
    return wakeUps;
  };

  it('drain at once on a hint of another process', async () => {
    const { log, consumer } = countingLog();
    await worker([consumer]);
    const api = await sender();
    log.length = 1;
    api.hint(1);
    await eventually(() => expect(log.done).toBe(1));
  });

  it('drain without any hint, by their own timer', async () => {
    const { log, consumer } = countingLog();
    await worker([consumer], { sweepMs: 100 });
    log.length = 5;
    await eventually(() => expect(log.done).toBe(5));
  });

  it('hand a backlog to a job that goes on until caught up, and tell its progress', async () => {
    const { log, consumer } = countingLog();
    const progress: number[] = [];
    const { workers } = await worker([consumer], {
      directMs: 1,
      jobMs: 5,
      onProgress: ({ position }) => progress.push(position),
    });
    const api = await sender();
    log.length = 5_000;
    api.hint(5_000);
    await eventually(() => expect(log.done).toBe(5_000));
    expect(workers.status()).toMatchObject({
      jobs: 1,
      handled: 5_000,
      errors: 0,
      positions: { 'sales.orders': 5_000 },
    });
    expect(progress.length).toBeGreaterThan(2);
    const queue = createDrainQueue(redis.url);
    await eventually(async () => expect(await queue.counts()).toEqual({ wait: 0, active: 0, delayed: 0, failed: 0 }));
    await queue.close();
  });

  it('wake the outbox in every process when a process manager sent commands', async () => {
    const fulfilment = countingLog('process', 'fulfilment.order');
    fulfilment.log.producing = true;
    const lane = countingLog('outbox', 'outbox:3');
    await worker([fulfilment.consumer]);
    await worker([lane.consumer]);
    const api = await sender();
    lane.log.length = 1;
    fulfilment.log.length = 1;
    api.hint(1);
    await eventually(() => expect(lane.log.done).toBe(1));
  });

  it('of two processes do everything once', async () => {
    const { log, consumer } = countingLog();
    const [one, two] = [
      await worker([consumer], { directMs: 5, jobMs: 5 }),
      await worker([consumer], { directMs: 5, jobMs: 5 }),
    ];
    const api = await sender();
    for (let round = 0; round < 20; round += 1) {
      log.length += 100;
      api.hint(log.length);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await eventually(() => expect(log.done).toBe(2_000));
    expect(one.workers.status().handled + two.workers.status().handled).toBe(2_000);
  });

  it('lose nothing but a second when Redis is wiped in the middle', async () => {
    const { log, consumer } = countingLog();
    await worker([consumer], { directMs: 2, jobMs: 2, sweepMs: 800 });
    const api = await sender();
    log.length = 3_000;
    api.hint(log.length);
    await eventually(() => log.done > 100);
    await redis.wipe();
    log.length += 500; // and the hint for these is lost
    await eventually(() => expect(log.done).toBe(3_500), { within: 3_000 });
    // Jobs work again too.
    log.length += 2_000;
    api.hint(log.length);
    await eventually(() => expect(log.done).toBe(5_500), { within: 2_000 });
  });

  it('go on while Redis is gone', async () => {
    const own = await testRedis();
    const { log, consumer } = countingLog();
    await worker([consumer], { redisUrl: own.url, directMs: 2, sweepMs: 200 });
    await own.stop();
    log.length = 1_000;
    await eventually(() => expect(log.done).toBe(1_000), { within: 3_000 });
  });

  it('are not kept from the next job by one that died with its worker', async () => {
    const dying = spawn(process.execPath, [
      '--import',
      'tsx',
      fileURLToPath(new URL('./fixtures/hanging-worker.ts', import.meta.url)),
      redis.url,
    ]);
    closing.push(async () => dying.kill('SIGKILL'));
    await once(dying.stdout, 'data', { signal: AbortSignal.timeout(10_000) });
    dying.kill('SIGKILL');
    await once(dying, 'exit');
    const { log, consumer } = countingLog();
    await worker([consumer]);
    const queue = createDrainQueue(redis.url);
    closing.push(queue.close);
    log.length = 5;
    await eventually(() => queue.signal(consumer.name));
    await eventually(() => expect(log.done).toBe(5));
  });

  it('try again when a drain failed', async () => {
    const { log, consumer } = countingLog();
    let broken = true;
    const fragile: Consumer = {
      ...consumer,
      drain: (ms) => (broken ? Promise.reject(new Error('connection lost')) : consumer.drain(ms)),
    };
    const wakeUps = await sender();
    const workers = createDrainWorkers({ consumers: [fragile], redisUrl: redis.url, wakeUps, sweepMs: 50 });
    closing.push(workers.close);
    log.length = 3;
    workers.start();
    await eventually(() => workers.status().errors > 0);
    broken = false;
    await eventually(() => expect(log.done).toBe(3), { within: 2_000 });
  });
});
