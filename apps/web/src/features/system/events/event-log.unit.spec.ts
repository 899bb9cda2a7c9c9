import { expect, it } from 'vitest';
import type { EventLogQuery, EventRowFragment } from '../../../graphql/generated/documents.ts';
import { blankLog, mostFresh, withFirst, withFreshShown, withNewer, withOlder } from './event-log.ts';

type Page = EventLogQuery['events'];
const row = (position: number): EventRowFragment => ({
  id: `e-${position}`,
  type: 'OrderPlaced',
  stream: `order-${position}`,
  category: 'order',
  aggregateId: String(position),
  position,
  recordedAt: '2026-11-27T10:00:00.000Z',
  actor: { kind: 'user', id: 'u-1', name: 'Ana' },
  command: null,
});
const page = (positions: number[], more = false, searchedTo: number | null = null): Page => ({
  searchedTo,
  nodes: positions.map(row),
  pageInfo: {
    startCursor: positions[0] === undefined ? null : String(positions[0]),
    endCursor: searchedTo === null ? (positions.length > 0 ? String(positions.at(-1)) : null) : String(searchedTo),
    hasNextPage: more,
    hasPreviousPage: false,
  },
});
const positions = (rows: readonly EventRowFragment[] | undefined) => rows?.map(({ position }) => position);

it('older events follow, newer ones wait until they are asked for', () => {
  const log = withNewer(withOlder(withFirst(page([5, 4], true)), page([3, 2])), page([7, 6]));
  expect(positions(log.rows)).toEqual([5, 4, 3, 2]);
  expect(log).toMatchObject({ top: '7', end: '2', hasMore: false });
  expect(positions(log.fresh)).toEqual([7, 6]);
  const shown = withFreshShown(withNewer(log, page([8])));
  expect(positions(shown.rows)).toEqual([8, 7, 6, 5, 4, 3, 2]);
  expect(shown.fresh).toEqual([]);
});

it('an empty list shows what comes at once', () => {
  const log = withNewer(withFirst(page([])), page([1]));
  expect(positions(log.rows)).toEqual([1]);
  expect(log.top).toBe('1');
});

it('nothing is announced before the list was read', () => {
  expect(withNewer(blankLog, page([1])).fresh).toEqual([]);
});

it('a search that found nothing yet says where it stopped, and waits to be sent on', () => {
  const log = withFirst(page([], true, 40_001));
  expect(log).toMatchObject({ stuck: true, searchedTo: 40_001, end: '40001' });
  expect(withOlder(log, page([12], false))).toMatchObject({ stuck: false, searchedTo: null, hasMore: false });
});

it('no more than a few hundred are kept waiting', () => {
  const many = Array.from({ length: mostFresh + 5 }, (_, index) => 1_000 + mostFresh + 5 - index);
  expect(withNewer(withFirst(page([5])), page(many)).fresh).toHaveLength(mostFresh);
});
