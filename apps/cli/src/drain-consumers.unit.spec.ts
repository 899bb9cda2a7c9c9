import type { Consumer } from '@waybill/engine';
import { describe, expect, it } from 'vitest';
import { drainConsumers } from './drain-consumers.ts';

/** A consumer with so many events before it; `busy` while somebody else has its turn. */
const consumer = (name: string, waiting: { events: number; busy?: boolean; fails?: number }): Consumer => ({
  name,
  kind: 'projection',
  types: [],
  async drain() {
    if (waiting.fails) {
      waiting.fails -= 1;
      throw new Error('away');
    }
    if (waiting.busy) return { handled: 0, caughtUp: false, position: 0, producedCommands: false, busy: true };
    const handled = Math.min(waiting.events, 10);
    waiting.events -= handled;
    return { handled, caughtUp: waiting.events === 0, position: 0, producedCommands: false, busy: false };
  },
});

describe('draining the consumers beside a command', () => {
  it('is settled when nothing is left to do, and tells of each step', async () => {
    const [orders, process] = [{ events: 25 }, { events: 3 }];
    const handled: number[] = [];
    const draining = drainConsumers([consumer('orders', orders), consumer('process', process)], {
      onDrained: (drained) => handled.push(drained.handled),
    });
    await draining.settled();
    await draining.stop();
    expect([orders.events, process.events, handled.reduce((sum, n) => sum + n, 0)]).toEqual([0, 0, 28]);
  });

  it('waits for a worker that has its turn', async () => {
    const waiting: { events: number; busy?: boolean } = { events: 5, busy: true };
    const draining = drainConsumers([consumer('orders', waiting)]);
    let settled = false;
    const end = draining.settled().then(() => {
      settled = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(settled).toBe(false);
    waiting.busy = false;
    await end;
    await draining.stop();
    expect(waiting.events).toBe(0);
  });

  it('goes on after a failure, and says which consumer failed', async () => {
    const waiting = { events: 5, fails: 2 };
    const failed: string[] = [];
    const draining = drainConsumers([consumer('orders', waiting)], { onError: (_, { name }) => failed.push(name) });
    await draining.settled();
    await draining.stop();
    expect([waiting.events, failed]).toEqual([0, ['orders', 'orders']]);
  });
});
