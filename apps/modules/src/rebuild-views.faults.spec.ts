import { type TestDatabase, testDatabase } from '@waybill/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rebuildWhileOrdering } from './fixtures/rebuild-while-ordering.ts';
import { openShop, type Shop } from './fixtures/shop.ts';

const EVENTS = Number(process.env.EVENTS ?? 1_000_000);
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

it(`every view is rebuilt over ${EVENTS} events while orders come in`, async () => {
  const events = await shop.addHistory(EVENTS);
  while (!(await shop.drainViews(1_000)));
  const began = performance.now();
  const { comparisons, placed, reads, progress, slowestRead } = await rebuildWhileOrdering(shop);
  const seconds = (performance.now() - began) / 1_000;
  console.log({
    events,
    seconds,
    placed,
    reads,
    looks: progress.length,
    slowestReadMs: Math.round(slowestRead),
    comparisons,
  });
  expect(Object.values(comparisons)).toEqual(
    shop.projections.map(() => expect.objectContaining({ equal: true, differing: 0 })),
  );
  expect(new Set(progress).size).toBeGreaterThan(2);
}, 3_600_000);
