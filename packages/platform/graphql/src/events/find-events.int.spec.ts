import { type TestDatabase, testDatabase } from '@waybill/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EventFilter } from './event-filter.ts';
import { type Found, findEvents, pageSql, SEARCHED } from './find-events.ts';
import { positionAt } from './position-at.ts';

const EVENTS = 60_000;
const START = Date.parse('2026-01-01T00:00:00Z');
const at = (position: number) => new Date(START + position * 1_000);

/**
 * A log with every tenth position missing, one event a second. Every third event belongs to one hot stream, every 1,000th is
 * of a rare type, one in 20,000 is Ana's, and position 30,001 to 30,003 are one story.
 */
const FILL = `
  insert into es.events (position, version, occurred_at, recorded_at, event_id, correlation_id, schema_version, stream_id,
    type, actor, metadata, data)
  select p, case when p % 3 = 0 then p / 3 else 1 end, $2::timestamptz + p * interval '1 s',
         $2::timestamptz + p * interval '1 s', gen_random_uuid(),
         case when p between 30001 and 30003 then '00000000-0000-7000-8000-000000000001'::uuid else gen_random_uuid() end, 1,
         case when p % 3 = 0 then 'series-hot' else 'order-' || p end, case when p % 1000 = 1 then 'Rare' else 'Usual' end,
         case when p % 20000 = 1 then '{"kind":"user","id":"u-1","name":"Ana"}'
              else '{"kind":"process","id":"fulfilment.order","name":"Fulfilment"}' end::jsonb, '{}', jsonb_build_object('note', repeat('x', 400))
    from generate_series(1, $1::int) as p where p % 10 <> 0`;

let database: TestDatabase;
let owner: pg.Client;
beforeAll(async () => {
  database = await testDatabase();
  owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  await owner.query(FILL, [EVENTS, new Date(START)]);
  // What autovacuum does in a while: statistics, and the ranges of the index of correlations.
  await owner.query('vacuum analyze es.events');
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const everything: EventFilter = { stream: null, types: null, correlationId: null, actor: null, from: null, to: null };
const STORY = '00000000-0000-7000-8000-000000000001';
const find = (filter: Partial<EventFilter>, { before = EVENTS + 1, after = 0, limit = 3, newestFirst = true } = {}) =>
  findEvents(database.pool, { ...everything, ...filter }, { before, after, limit, newestFirst });
const positions = ({ events }: Found) => events.map(({ position }) => position);

describe('the log', () => {
  it('is read newest first, and on from a cursor', async () => {
    expect(positions(await find({}))).toEqual([59_999, 59_998, 59_997]);
    expect(positions(await find({}, { before: 59_992 }))).toEqual([59_991, 59_989, 59_988]);
  });

  it('is read upwards from a cursor: what came since', async () => {
    expect(positions(await find({}, { after: 59_989, newestFirst: false }))).toEqual([59_991, 59_992, 59_993]);
  });

  it('is filtered by stream, however long it is', async () => {
    expect(positions(await find({ stream: 'order-31' }))).toEqual([31]);
    expect(positions(await find({ stream: 'series-hot' }, { before: 39_999 }))).toEqual([39_996, 39_993, 39_987]);
    expect(positions(await find({ stream: 'series-hot' }, { after: 39_996, newestFirst: false }))).toEqual([
      39_999, 40_002, 40_005,
    ]);
  });

  it('is filtered by types', async () => {
    expect(positions(await find({ types: ['Rare'] }))).toEqual([59_001, 58_001, 57_001]);
    expect(positions(await find({ types: ['Rare', 'Usual', 'Unheard'] }, { before: 2_003 }))).toEqual([
      2_002, 2_001, 1_999,
    ]);
  });

  it('is filtered by correlation', async () => {
    expect(positions(await find({ correlationId: STORY }))).toEqual([30_003, 30_002, 30_001]);
    expect(positions(await find({ correlationId: STORY, types: ['Rare'] }))).toEqual([30_001]);
  });

  it('is filtered by time', async () => {
    expect(positions(await find({ from: at(100), to: at(104) }))).toEqual([103, 102, 101]);
    expect(positions(await find({ to: at(3) }))).toEqual([2, 1]);
    expect(positions(await find({ from: at(EVENTS + 1_000) }))).toEqual([]);
    expect(positions(await find({ stream: 'series-hot', to: at(40_000) }))).toEqual([39_999, 39_996, 39_993]);
  });

  it('is searched for an actor piece by piece, and says how far', async () => {
    const first = await find({ actor: 'Ana' });
    expect(positions(first)).toEqual([40_001]);
    expect(first.searchedTo).toBeGreaterThan(EVENTS - SEARCHED * 1.2);
    const second = await find({ actor: 'Ana' }, { before: first.searchedTo ?? 0 });
    expect(positions(second)).toEqual([20_001]);
    const third = await find({ actor: 'Ana' }, { before: second.searchedTo ?? 0 });
    expect(third).toMatchObject({ searchedTo: null });
    expect(positions(third)).toEqual([1]);
    expect(positions(await find({ actor: 'fulfilment.order', types: ['Rare'] }))).toEqual([59_001, 58_001, 57_001]);
  });
});

it('finds the position of an instant, wherever it is', async () => {
  for (const position of [1, 9, 11, 12_345, EVENTS - 1]) {
    const parting = await positionAt(database.pool, at(position), EVENTS);
    // Every tenth position is missing: the one before may be two away.
    expect(parting).toBeGreaterThanOrEqual(position % 10 === 1 ? Math.max(position - 2, 0) : position - 1);
    expect(parting).toBeLessThan(position);
  }
  expect(await positionAt(database.pool, at(0), EVENTS)).toBeLessThanOrEqual(1);
  expect(await positionAt(database.pool, at(EVENTS * 2), EVENTS)).toBeGreaterThanOrEqual(EVENTS - 1);
});

describe('a page reads little of a long log', () => {
  type Plan = { 'Node Type': string; 'Shared Hit Blocks': number; 'Shared Read Blocks': number; Plans?: Plan[] };
  const explain = async (filter: Partial<EventFilter>, looked: number, [after, before] = [0, EVENTS + 1]) => {
    const { stream, types, correlationId, actor, from, to } = { ...everything, ...filter };
    const { rows } = await database.pool.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `explain (analyze, buffers, format json) ${pageSql({ ...everything, ...filter }, true)}`,
      [after, before, stream, types, correlationId, actor, looked, from, to, 51],
    );
    const plan = rows[0]?.['QUERY PLAN'][0].Plan;
    if (!plan) throw new Error('there is no plan');
    const kinds = (node: Plan): string[] => [node['Node Type'], ...(node.Plans ?? []).flatMap(kinds)];
    return { blocks: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'], kinds: kinds(plan) };
  };

  it.each<[string, Partial<EventFilter>, [number, number]]>([
    ['of the whole', {}, [0, 30_000]],
    ['of a hot stream, deep in it', { stream: 'series-hot' }, [0, 29_997]],
    ['of rare types', { types: ['Rare', 'Unheard'] }, [0, EVENTS]],
    ['of a time', { from: at(20_000), to: at(20_500) }, [19_900, 20_600]],
  ])('%s', async (_name, filter, window) => {
    const { blocks, kinds } = await explain(filter, 51, window);
    expect(kinds).not.toContain('Seq Scan');
    expect(blocks).toBeLessThan(900);
  });

  it('of a story: by the ranges that may hold it', async () => {
    const seqScans = async () => {
      await database.pool.query('select pg_stat_force_next_flush()');
      const { rows } = await database.pool.query<{ scans: string }>(
        "select seq_scan as scans from pg_stat_user_tables where schemaname = 'es' and relname = 'events'",
      );
      return rows[0]?.scans;
    };
    const before = await seqScans();
    const { blocks } = await explain({ correlationId: STORY }, 51);
    expect(blocks).toBeLessThan(900);
    expect(await seqScans()).toBe(before);
  });

  it('of an actor: no more than is searched', async () => {
    const { kinds } = await explain({ actor: 'Nobody' }, SEARCHED);
    expect(kinds).not.toContain('Seq Scan');
  });
});
