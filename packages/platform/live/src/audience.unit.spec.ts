import { expect, it } from 'vitest';
import { createAudience } from './audience.ts';

const reaches = new Map<string, number>();
const reachOf = (topics: readonly string[] | undefined) => reaches.get(topics?.[0] ?? 'all') ?? 0;

it('tells those together who follow the same views, and only when these have moved on', () => {
  const audience = createAudience(reachOf);
  const told: string[] = [];
  audience.join(['orders'], () => told.push('a'));
  audience.join(['orders'], () => told.push('b'));
  audience.join(['invoices'], () => told.push('c'));
  audience.tell();
  expect(told).toEqual([]);
  reaches.set('orders', 7);
  audience.tell();
  audience.tell();
  expect(told).toEqual(['a', 'b']);
  audience.tellAll();
  expect(told).toEqual(['a', 'b', 'a', 'b', 'c']);
});

it('names each interest once, and forgets who has left', () => {
  const audience = createAudience(reachOf);
  const leave = [['orders', 'invoices'], ['invoices', 'orders'], undefined].map((topics) =>
    audience.join(topics, () => {}),
  );
  expect([audience.size, [...audience.interests.values()].length]).toEqual([3, 2]);
  for (const one of leave) one();
  leave[0]?.();
  expect([audience.size, audience.interests.size]).toEqual([0, 0]);
});
