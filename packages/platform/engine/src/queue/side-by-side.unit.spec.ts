import { expect, it } from 'vitest';
import { sideBySide } from './side-by-side.ts';

it('works on so many at once at most, and answers in order', async () => {
  let [busy, busiest] = [0, 0];
  const doubled = await sideBySide([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
    busy += 1;
    busiest = Math.max(busiest, busy);
    for (let turns = 7 - item; turns >= 0; turns -= 1) await Promise.resolve();
    busy -= 1;
    return item * 2;
  });
  expect([doubled, busiest]).toEqual([[2, 4, 6, 8, 10, 12, 14], 3]);
});

it('fails with the first that fails', async () => {
  const failing = sideBySide([1, 2, 3], 2, async (item) => {
    if (item === 2) throw new Error('two');
    return item;
  });
  await expect(failing).rejects.toThrow('two');
});
