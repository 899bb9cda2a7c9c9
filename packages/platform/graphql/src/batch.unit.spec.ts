import { describe, expect, it } from 'vitest';
import { batched, createBatchScope, groupBy } from './batch.ts';

const setUp = () => {
  const loads: string[][] = [];
  const double = batched(async (_context: { batch: ReturnType<typeof createBatchScope> }, keys: readonly string[]) => {
    loads.push([...keys]);
    if (keys.includes('broken')) throw new Error('no table');
    return new Map(keys.filter((key) => key !== 'missing').map((key) => [key, key + key]));
  });
  return { loads, double, context: { batch: createBatchScope() } };
};

describe('loads that are asked for one by one', () => {
  it('are done at once, each key once', async () => {
    const { loads, double, context } = setUp();
    const found = await Promise.all(['a', 'b', 'a', 'missing'].map((key) => double(context, key)));
    expect(found).toEqual(['aa', 'bb', 'aa', undefined]);
    expect(loads).toEqual([['a', 'b', 'missing']]);
  });

  it('are not remembered: a later question gets a fresh answer', async () => {
    const { loads, double, context } = setUp();
    await double(context, 'a');
    await double(context, 'a');
    expect(loads).toEqual([['a'], ['a']]);
  });

  it('of two requests never mix', async () => {
    const { loads, double, context } = setUp();
    await Promise.all([double(context, 'a'), double({ batch: createBatchScope() }, 'b')]);
    expect(loads).toEqual([['a'], ['b']]);
  });

  it('fail together where the load fails', async () => {
    const { double, context } = setUp();
    const both = await Promise.allSettled([double(context, 'a'), double(context, 'broken')]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});

it('rows are grouped in their order', () => {
  expect(groupBy([3, 1, 2, 4], (n) => (n % 2 ? 'odd' : 'even'))).toEqual(
    new Map([
      ['odd', [3, 1]],
      ['even', [2, 4]],
    ]),
  );
});
