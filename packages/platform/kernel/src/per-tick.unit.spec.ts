import { setImmediate as tick } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { perTick } from './per-tick.ts';

/** Doubles numbers; fails for what is negative. */
const doubling = () => {
  const asked: (readonly number[])[] = [];
  const double = perTick(async (numbers: readonly number[]) => {
    asked.push(numbers);
    if (numbers.some((number) => number < 0)) throw new RangeError('negative');
    return numbers.map((number) => number * 2);
  });
  return { asked, double };
};

it('asks once for all who ask in one turn, and gives each their own answer', async () => {
  const { asked, double } = doubling();
  expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6]);
  expect(await double(4)).toBe(8);
  expect(asked).toEqual([[1, 2, 3], [4]]);
});

it('fails nobody for the fault of a neighbour', async () => {
  const { asked, double } = doubling();
  const answers = await Promise.allSettled([1, -2, 3].map(double));
  expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : 'failed'))).toEqual([2, 'failed', 6]);
  expect(asked).toEqual([[1, -2, 3], [1], [-2], [3]]);
});

it('collects while enough is under way', async () => {
  const asked: (readonly number[])[] = [];
  const gates: (() => void)[] = [];
  const echo = perTick(
    async (numbers: readonly number[]) => {
      asked.push(numbers);
      await new Promise<void>((open) => gates.push(open));
      return numbers;
    },
    { flights: 1, most: 2 },
  );
  const first = echo(1);
  await tick();
  const later = [2, 3, 4].map(echo);
  await tick();
  expect(asked).toEqual([[1]]);
  for (let opened = 0; opened < 3; opened += 1) {
    gates[opened]?.();
    await tick();
  }
  expect(await Promise.all([first, ...later])).toEqual([1, 2, 3, 4]);
  expect(asked).toEqual([[1], [2, 3], [4]]);
});

it('lets a shared failure be everybody’s, without asking again', async () => {
  let asks = 0;
  const lost = perTick(
    async (): Promise<number[]> => {
      asks += 1;
      throw new Error('connection lost');
    },
    { isShared: () => true },
  );
  const answers = await Promise.allSettled([1, 2].map(lost));
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(asks).toBe(1);
});
