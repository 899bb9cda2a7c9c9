import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OwnShop, ownShop } from './fixtures/own-database.ts';
import { rebuildWhileOrdering } from './fixtures/rebuild-while-ordering.ts';

const EVENTS = Number(process.env.EVENTS ?? 1_000_000);
let shop: OwnShop;

beforeAll(async () => {
  shop = await ownShop();
});
afterAll(() => shop.close());

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
