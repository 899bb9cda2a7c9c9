import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runChores } from './run-chores.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('runs a chore at once and again after its time, counted from the end of the last run', async () => {
  let runs = 0;
  let finish = () => {};
  const run = () => {
    runs += 1;
    return new Promise<void>((resolve) => {
      finish = resolve;
    });
  };
  const chores = runChores([{ name: 'es.ticks', everyMs: 1_000, run }], { warn: () => {} });
  expect(runs).toBe(1);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(runs).toBe(1);
  finish();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(runs).toBe(2);
  finish();
  await chores.stop();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(runs).toBe(2);
});

it('reports a run that fails, and runs again', async () => {
  const warned: object[] = [];
  let runs = 0;
  const run = async () => {
    runs += 1;
    throw new Error('no database');
  };
  const chores = runChores([{ name: 'es.seals', everyMs: 10, run }], { warn: (fields: object) => warned.push(fields) });
  await vi.advanceTimersByTimeAsync(10);
  expect(runs).toBe(2);
  expect(warned[0]).toMatchObject({ chore: 'es.seals', err: { message: 'no database' } });
  await chores.stop();
});
