import { expect, it } from 'vitest';
import type { ContentRow } from './event-content.ts';
import { nextPageSize } from './page-size.ts';

const rows = (count: number, characters: number): ContentRow[] =>
  Array.from({ length: count }, () => {
    const row = ['1', 's-1', '1', 'T', '1', '', null, '', null, '', '', '{}', '', 'x'.repeat(characters)] as const;
    return row;
  });

it('small events come by the thousand, big ones one by one', () => {
  expect(nextPageSize(rows(100, 300), 100)).toBe(400);
  expect(nextPageSize(rows(400, 300), 400)).toBe(1_000);
  expect(nextPageSize(rows(1_000, 10_000), 1_000)).toBe(400);
  expect(nextPageSize(rows(2, 5_000_000), 400)).toBe(1);
  expect(nextPageSize([], 400)).toBe(400);
});
