import { expect, it } from 'vitest';
import {
  blankLog,
  type LogPage,
  mostFresh,
  withChanged,
  withFirst,
  withFreshShown,
  withNewer,
  withOlder,
} from './log.ts';

type Row = { id: string; position: number; word?: string };
const row = (position: number): Row => ({ id: `e-${position}`, position });
const page = (positions: number[], more = false, searchedTo: number | null = null): LogPage<Row> => ({
  searchedTo,
  nodes: positions.map(row),
  pageInfo: {
    startCursor: positions[0] === undefined ? null : String(positions[0]),
    endCursor: searchedTo === null ? (positions.length > 0 ? String(positions.at(-1)) : null) : String(searchedTo),
    hasNextPage: more,
    hasPreviousPage: false,
  },
});
const positions = (rows: readonly Row[] | undefined) => rows?.map(({ position }) => position);

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

it('a row that was read again is shown as it is now', () => {
  const log = withChanged(withFirst(page([5, 4])), [{ ...row(4), word: 'accepted' }, row(3)]);
  expect(log.rows).toEqual([row(5), { ...row(4), word: 'accepted' }]);
});

it('a row that comes again is no news', () => {
  const log = withNewer(withFirst(page([5, 4])), { ...page([6]), nodes: [row(6), { ...row(4), word: 'accepted' }] });
  expect(log.rows).toEqual([row(5), { ...row(4), word: 'accepted' }]);
  expect(positions(log.fresh)).toEqual([6]);
});
