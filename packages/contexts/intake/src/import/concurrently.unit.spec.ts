import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { concurrently } from './concurrently.ts';

describe('running tasks concurrently', () => {
  it('never has more than the limit under way, and finishes all', async () => {
    let underWay = 0;
    let most = 0;
    const done: number[] = [];
    await concurrently([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
      underWay += 1;
      most = Math.max(most, underWay);
      await turn();
      underWay -= 1;
      done.push(item);
    });
    expect([most, done.sort()]).toEqual([3, [1, 2, 3, 4, 5, 6, 7]]);
  });

  it('starts nothing after a failure, awaits what runs, and throws the failure', async () => {
    const started: number[] = [];
    const ended: number[] = [];
    const run = concurrently([1, 2, 3, 4, 5, 6], 2, async (item) => {
      started.push(item);
      await turn();
      if (item === 2) throw new Error('two');
      await turn();
      ended.push(item);
    });
    await expect(run).rejects.toThrow('two');
    expect(started.length).toBeLessThan(6);
    expect([...ended, 2].sort()).toEqual(started.sort());
  });
});
