import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { gathered } from './gathered.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('runs a single call at once, and the calls of a burst together', () => {
  const runs: number[] = [];
  const { call, stop } = gathered(() => runs.push(performance.now()), 5);
  const began = performance.now();
  call();
  for (let i = 0; i < 10; i += 1) call();
  vi.advanceTimersByTime(20);
  call();
  expect(runs.map((at) => at - began)).toEqual([0, 5, 20]);
  call();
  stop();
  vi.advanceTimersByTime(20);
  expect(runs.length).toBe(3);
});
