import { describe, expect, it } from 'vitest';
import type { BatchItem, BatchResult } from './batch-item.ts';
import { type BatcherOptions, createBatcher } from './batcher.ts';
import { newChain } from './chain.ts';
import { anItem, to } from './spec-items.ts';

/** A database that answers when it is told to; items are named by the streams they append to. */
const controlled = (options?: BatcherOptions) => {
  const flights: { names: string[]; land: (error?: Error) => Promise<void> }[] = [];
  const send = (items: readonly BatchItem[]) =>
    new Promise<readonly BatchResult[]>((resolve, reject) => {
      const land = async (error?: Error) => {
        if (error) reject(error);
        else resolve(items.map(() => ({ result: 'rejected' })));
        await turn();
      };
      flights.push({ names: items.map(nameOf), land });
    });
  const batcher = createBatcher(send, options);
  const submit = (...streams: string[]) => {
    const [first = '', ...more] = streams.map((name) => to(`order-${name}`, 'ANY'));
    return batcher.submit(anItem(first || to('order-none', 'ANY'), ...more));
  };
  return { batcher, flights, submit, flown: () => flights.map(({ names }) => names) };
};
const nameOf = (item: BatchItem) =>
  'streams' in item ? item.streams.map(({ streamId }) => streamId.slice('order-'.length)).join('+') : '';
const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

describe('the batcher', () => {
  it('sends what one tick submits together', async () => {
    const { submit, flown } = controlled();
    for (const name of ['a', 'b', 'b']) void submit(name);
    await turn();
    expect(flown()).toEqual([['a', 'b', 'b']]);
  });

  it('keeps a stream in one batch in flight, and its items in order', async () => {
    const { submit, flights, flown } = controlled({ lanes: 2 });
    void submit('a');
    await turn();
    for (const name of ['a', 'b', 'a']) void submit(name);
    await turn();
    expect(flown()).toEqual([['a'], ['b']]);
    await flights[0]?.land();
    expect(flown()).toEqual([['a'], ['b'], ['a', 'a']]);
  });

  it('gathers while all lanes are busy, and sends no more than the most', async () => {
    const { submit, flights, flown } = controlled({ lanes: 1, mostItems: 2 });
    void submit('a');
    await turn();
    for (const name of ['b', 'c', 'd']) void submit(name);
    await turn();
    await flights[0]?.land();
    await flights[1]?.land();
    expect(flown()).toEqual([['a'], ['b', 'c'], ['d']]);
  });

  it('sends items of several streams in a lane of their own, in order with the others of their streams', async () => {
    const { submit, flights, flown } = controlled({ lanes: 1 });
    for (const names of [['a'], ['a', 'n'], ['b', 'n'], ['n'], ['c']]) void submit(...names);
    await turn();
    expect(flown()).toEqual([['a', 'c']]);
    await flights[0]?.land();
    expect(flown()).toEqual([
      ['a', 'c'],
      ['a+n', 'b+n'],
    ]);
    await flights[1]?.land();
    expect(flown()).toEqual([['a', 'c'], ['a+n', 'b+n'], ['n']]);
  });

  it('tries the items of a failed batch one by one', async () => {
    const { submit, flights, flown } = controlled();
    const answers = Promise.allSettled(['a', 'b', 'c'].map((name) => submit(name)));
    await turn();
    await flights[0]?.land(new Error('bad batch'));
    await flights[1]?.land();
    await flights[2]?.land(new Error('bad item'));
    await flights[3]?.land();
    expect(flown()).toEqual([['a', 'b', 'c'], ['a'], ['b'], ['c']]);
    expect((await answers).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
  it('answers what was decided upon a failed item without sending it', async () => {
    const { flights, flown, batcher } = controlled();
    const chain = newChain();
    const items = ['a', 'a', 'b'].map((name, index) =>
      batcher.submit(anItem({ ...to(`order-${name}`, index), ...(name === 'a' ? { chain } : {}) })),
    );
    const answers = Promise.allSettled(items);
    await turn();
    await flights[0]?.land(new Error('bad batch'));
    await flights[1]?.land(new Error('bad item'));
    await flights[2]?.land();
    expect(flown()).toEqual([['a', 'a', 'b'], ['a'], ['b']]);
    expect(await answers).toMatchObject([
      { status: 'rejected' },
      { value: { result: 'broken', streamId: 'order-a' } },
      { status: 'fulfilled' },
    ]);
  });
});
