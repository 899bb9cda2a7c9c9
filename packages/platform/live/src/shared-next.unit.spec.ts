import { describe, expect, it } from 'vitest';
import { sharedNext } from './shared-next.ts';

describe('shared runs', () => {
  it('begin after each call that waits for them', async () => {
    const order: string[] = [];
    let run = 0;
    const call = sharedNext(async () => {
      run += 1;
      order.push(`begin ${run}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      order.push(`end ${run}`);
    });
    const first = call();
    order.push('called again');
    await Promise.all([first, call(), call(), call()]);
    expect(order).toEqual(['begin 1', 'called again', 'end 1', 'begin 2', 'end 2']);
  });

  it('go on after a failure, which only its own callers see', async () => {
    let run = 0;
    const call = sharedNext(async () => {
      run += 1;
      if (run === 1) throw new Error('no connection');
    });
    const first = call();
    const second = call();
    await expect(first).rejects.toThrow('no connection');
    await expect(second).resolves.toBeUndefined();
  });

  it('are at least the gap apart', async () => {
    const starts: number[] = [];
    const call = sharedNext(async () => {
      starts.push(performance.now());
    }, 20);
    await call();
    await call();
    expect((starts[1] ?? 0) - (starts[0] ?? 0)).toBeGreaterThanOrEqual(15);
  });
});
