import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Consumer, Drained } from './consumer.ts';
import { backoff, createDrainLoop } from './drain-loop.ts';

const IDLE: Drained = { handled: 0, caughtUp: true, position: 0, busy: false };

/** A consumer whose drains end when the test says so. */
const controlled = () => {
  const open: { end: (drained?: Partial<Drained>) => void; fail: (error: Error) => void }[] = [];
  let running = 0;
  let most = 0;
  const consumer: Consumer = {
    name: 'sales.orders',
    kind: 'projection',
    drain: () =>
      new Promise<Drained>((resolve, reject) => {
        running += 1;
        most = Math.max(most, running);
        open.push({
          end: (drained) => {
            running -= 1;
            resolve({ ...IDLE, ...drained });
          },
          fail: (error) => {
            running -= 1;
            reject(error);
          },
        });
      }),
  };
  const next = () => open.at(-1) ?? expect.fail('no drain was started');
  return { consumer, started: () => open.length, next, atOnce: () => most };
};

const settle = () => vi.advanceTimersByTimeAsync(0);

describe('a drain loop', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const start = () => {
    const drains = controlled();
    const errors: number[] = [];
    const loop = createDrainLoop(drains.consumer, {
      budgetMs: 50,
      onDrained: () => {},
      onError: (_consumer, _error, failures) => errors.push(failures),
    });
    return { ...drains, loop, errors };
  };

  it('makes one more drain of all the wakes that come during a drain', async () => {
    const { loop, started, next, atOnce } = start();
    loop.wake();
    await settle();
    for (let i = 0; i < 10; i += 1) loop.wake();
    next().end({ handled: 1 });
    await settle();
    next().end();
    await settle();
    expect({ started: started(), atOnce: atOnce() }).toEqual({ started: 2, atOnce: 1 });
  });

  it('never drains twice at once, whoever asks', async () => {
    const { loop, started, next, atOnce } = start();
    loop.wake();
    const job = loop.slice(500);
    await settle();
    expect(started()).toBe(1);
    next().end();
    await settle();
    next().end({ handled: 7 });
    expect(await job).toEqual({ ...IDLE, handled: 7 });
    expect(atOnce()).toBe(1);
  });

  it('leaves a busy consumer to its owner for a moment', async () => {
    const { loop, started, next } = start();
    loop.wake();
    await settle();
    next().end({ busy: true, caughtUp: false });
    await settle();
    loop.wake();
    await vi.advanceTimersByTimeAsync(100);
    expect(started()).toBe(1);
    await vi.advanceTimersByTimeAsync(10);
    expect(started()).toBe(2);
  });

  it('comes at once again when nobody else is at it any more', async () => {
    const { loop, started, next } = start();
    loop.wake();
    await settle();
    next().end({ busy: true });
    await settle();
    loop.wake();
    await vi.advanceTimersByTimeAsync(110);
    next().end();
    await settle();
    loop.wake();
    await settle();
    expect(started()).toBe(3);
  });

  it('tries again later after a failure, and later still after the next', async () => {
    const { loop, started, next, errors } = start();
    loop.wake();
    await settle();
    next().fail(new Error('no connection'));
    await settle();
    loop.wake();
    await vi.advanceTimersByTimeAsync(99);
    expect(started()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    next().fail(new Error('still none'));
    await settle();
    expect(errors).toEqual([1, 2]);
    expect([1, 2, 3, 20].map(backoff)).toEqual([100, 200, 400, 5_000]);
  });

  it('comes again by itself, ever later, while work waits that is not ready', async () => {
    const { loop, started, next } = start();
    loop.wake();
    await settle();
    next().end({ caughtUp: false });
    await vi.advanceTimersByTimeAsync(9);
    expect(started()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    next().end({ caughtUp: false });
    await vi.advanceTimersByTimeAsync(20);
    expect(started()).toBe(3);
  });

  it('ends the running drain before it stops, and starts none after', async () => {
    const { loop, started, next } = start();
    loop.wake();
    await settle();
    let stopped = false;
    const stop = loop.stop().then(() => {
      stopped = true;
    });
    await settle();
    expect(stopped).toBe(false);
    next().end();
    await stop;
    loop.wake();
    await settle();
    expect(started()).toBe(1);
  });
});
