import { newChain } from '@waybill/event-store';
import { expect, it } from 'vitest';
import { createUnanswered, type Promised } from './unanswered.ts';

const at = (version: number, chain = newChain()): Promised => ({
  state: version,
  version,
  position: 0,
  fresh: false,
  chain,
});
const answer = () => {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
};

it('knows what the newest append promises until all are answered', async () => {
  const unanswered = createUnanswered();
  const [first, second] = [answer(), answer()];
  unanswered.add('a', at(1), first.promise);
  unanswered.add('a', at(2), second.promise);
  expect(unanswered.promised('a')?.version).toBe(2);
  expect(unanswered.promised('b')).toBeUndefined();
  second.resolve();
  first.resolve();
  await unanswered.settled('a');
  expect(unanswered.promised('a')).toBeUndefined();
});

it('promises nothing once a chain is broken, and waits for what is still under way', async () => {
  const unanswered = createUnanswered();
  const chain = newChain();
  const [failing, next] = [Promise.reject(new Error('the connection is gone')), answer()];
  unanswered.add('a', at(1, chain), failing);
  chain.broken = true;
  expect(unanswered.promised('a')).toBeUndefined();
  unanswered.add('a', at(5), next.promise);
  expect(unanswered.promised('a')?.version).toBe(5);
  let over = false;
  const settled = unanswered.settled('a').then(() => {
    over = true;
  });
  await failing.catch(() => {});
  expect(over).toBe(false);
  next.resolve();
  await settled;
});
