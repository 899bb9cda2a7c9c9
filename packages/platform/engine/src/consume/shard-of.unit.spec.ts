import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shardOf } from './shard-of.ts';

it('gives every key one of the shards, and always the same', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 64 }), (key, shards) => {
      const shard = shardOf(key, shards);
      expect(shard).toBeGreaterThanOrEqual(0);
      expect(shard).toBeLessThan(shards);
      expect(shardOf(key, shards)).toBe(shard);
    }),
  );
});

it('spreads ids evenly enough: no shard of four holds more than a third', () => {
  const counts = [0, 0, 0, 0];
  for (let id = 0; id < 10_000; id += 1) {
    const shard = shardOf(`order-${id}`, 4);
    counts[shard] = (counts[shard] ?? 0) + 1;
  }
  expect(Math.max(...counts)).toBeLessThan(3_334);
});

it('does not change from one version to the next', () => {
  expect(['a', 'b', 'order-1', 'ORD-2026-000001'].map((key) => shardOf(key, 8))).toMatchInlineSnapshot(`
    [
      4,
      5,
      5,
      7,
    ]
  `);
});
