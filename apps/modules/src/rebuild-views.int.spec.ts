import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OwnShop, ownShop } from './fixtures/own-database.ts';
import { rebuildWhileOrdering } from './fixtures/rebuild-while-ordering.ts';

let shop: OwnShop;

beforeAll(async () => {
  shop = await ownShop();
});
afterAll(() => shop.close());

it('every view is rebuilt while orders come in: readers notice nothing, and nothing differs', async () => {
  await shop.addHistory(1_500);
  while (!(await shop.drainViews(1_000)));
  const { comparisons, placed, reads } = await rebuildWhileOrdering(shop);
  const equal = Object.fromEntries(
    shop.projections.map(({ name }) => [name, expect.objectContaining({ equal: true, differing: 0 })]),
  );
  expect(comparisons).toEqual(equal);
  expect(comparisons['reporting.order_board']?.rowsAfter).toBeGreaterThan(50);
  expect(placed).toBeGreaterThan(0);
  expect(reads).toBeGreaterThan(shop.projections.length);
}, 120_000);
