import { type TestDatabase, testDatabase } from '@waybill/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rebuildWhileOrdering } from './fixtures/rebuild-while-ordering.ts';
import { openShop, type Shop } from './fixtures/shop.ts';

let database: TestDatabase;
let shop: Shop;

beforeAll(async () => {
  database = await testDatabase();
  shop = await openShop(database.url, database.ownerUrl);
});
afterAll(async () => {
  await shop.close();
  await database.drop();
});

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
