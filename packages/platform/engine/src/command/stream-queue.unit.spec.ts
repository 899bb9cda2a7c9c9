import { setImmediate as tick } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createStreamQueue } from './stream-queue.ts';

it('lets commands of one stream wait for each other, and only those', async () => {
  const queue = createStreamQueue();
  const log: string[] = [];
  const work = (name: string) => async () => {
    log.push(`${name} begins`);
    await tick();
    log.push(`${name} ends`);
  };
  await Promise.all([queue.run('a', work('a1')), queue.run('a', work('a2')), queue.run('b', work('b1'))]);
  expect(log.indexOf('a2 begins')).toBeGreaterThan(log.indexOf('a1 ends'));
  expect(log.indexOf('b1 begins')).toBeLessThan(log.indexOf('a1 ends'));
});

it('goes on after a failure, which is its own caller’s', async () => {
  const queue = createStreamQueue();
  const failing = queue.run('a', () => Promise.reject(new Error('no')));
  const next = queue.run('a', async () => 'yes');
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('yes');
});

it('takes several streams in one order, so that two commands cannot wait for each other', async () => {
  const queue = createStreamQueue();
  const done = Promise.all([
    queue.runAll(['a', 'b'], () => tick()),
    queue.runAll(['b', 'a'], () => tick()),
    queue.runAll(['b'], () => tick()),
  ]);
  await expect(done).resolves.toHaveLength(3);
});
