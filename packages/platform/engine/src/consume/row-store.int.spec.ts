import { createPool } from '@waybill/db';
import { type TestDatabase, type TestRedis, testDatabase, testRedis } from '@waybill/testing';
import { Redis } from 'ioredis';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { onlyKey } from './checkpoint.ts';
import { counterLog } from './redis/counter-log.ts';
import { redisRows } from './redis/redis-rows.ts';
import type { RowStore, Step } from './row-store.ts';
import { openTable } from './table.ts';

let database: TestDatabase;
let server: TestRedis;
let redis: Redis;
let pool: pg.Pool;

beforeAll(async () => {
  [database, server] = await Promise.all([testDatabase(), testRedis()]);
  pool = createPool(database.url);
  redis = new Redis(server.url);
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  await owner.query(`create schema purse;
    create table purse.coins (id text primary key, value integer not null, updated_position bigint not null)`);
  await owner.end();
});
afterAll(async () => {
  redis.disconnect();
  await pool.end();
  await server.stop();
  await database.drop();
});

const key = onlyKey('purse.coins');
const coins = { counts: () => ({ coins: 1 }), name: key.consumer, version: 1, events: [], freshness: 1_000 };
const inRedis = async (): Promise<RowStore> => {
  const fold = { keys: () => [], evolve: () => undefined };
  const rows = redisRows(redis, key, { ...coins, ...fold }, counterLog(pool, key, 'worker'));
  await rows.begin(5, 0, 0);
  return rows;
};
const inPostgres = async (): Promise<RowStore> => {
  await pool.query('delete from purse.coins');
  return openTable(pool, key, 'worker', { schema: 'purse', name: 'coins', key: 'id' });
};

describe.each([
  ['a table of Postgres', inPostgres],
  ['Redis', inRedis],
])('rows in %s', (_where, open) => {
  let rows: RowStore;
  beforeEach(async () => {
    await pool.query(`delete from es.dead_letters where consumer = $1`, [key.consumer]);
    await pool.query(`delete from es.checkpoints where consumer = $1`, [key.consumer]);
    await pool.query(`insert into es.checkpoints (consumer, owner, epoch) values ($1, 'worker', 5)`, [key.consumer]);
    rows = await open();
  });
  const coin = (id: string, value: number, updatedPosition: number) => ({ id, value, updatedPosition });
  const step = (from: number, to: number, changes: Partial<Step> = {}): Step => ({
    from,
    to,
    epoch: 5,
    parks: 0,
    rows: [],
    gone: [],
    letters: [],
    ...changes,
  });
  const loaded = async () => Object.fromEntries(await rows.load(['a', 'b']));
  const checkpoint = async () =>
    (await pool.query('select position, parks from es.checkpoints where consumer = $1', [key.consumer])).rows[0];
  const letters = async () =>
    (
      await pool.query('select key, position from es.dead_letters where consumer = $1 order by position', [
        key.consumer,
      ])
    ).rows;

  it('gives back what was saved, and moves the checkpoint with it', async () => {
    expect(await loaded()).toEqual({});
    expect(await rows.save(step(0, 7, { rows: [coin('a', 1, 7)] }))).toBe(true);
    expect(await loaded()).toEqual({ a: coin('a', 1, 7) });
    expect(await checkpoint()).toEqual({ position: 7, parks: 0 });
  });

  it('changes rows and lets them go', async () => {
    await rows.save(step(0, 7, { rows: [coin('a', 1, 7), coin('b', 1, 6)] }));
    await rows.load(['a', 'b']);
    expect(await rows.save(step(7, 9, { rows: [coin('b', 2, 9)], gone: ['a'] }))).toBe(true);
    expect(await loaded()).toEqual({ b: coin('b', 2, 9) });
  });

  it('writes nothing where it does not stand at the position that the rows were folded from', async () => {
    await rows.save(step(0, 7, { rows: [coin('a', 1, 7)] }));
    expect(await rows.save(step(0, 7, { rows: [coin('a', 2, 7)] })), 'applied already').toBe(false);
    expect(await rows.save(step(8, 9, { rows: [coin('a', 3, 9)] })), 'a gap').toBe(false);
    expect(await loaded()).toEqual({ a: coin('a', 1, 7) });
    expect(await checkpoint()).toEqual({ position: 7, parks: 0 });
  });

  it('takes a step once, however many save it at the same moment', async () => {
    const saved = await Promise.all(
      [1, 2, 3, 4].map((value) => rows.save(step(0, 7, { rows: [coin('a', value, 7)] }))),
    );
    expect(saved.filter(Boolean)).toHaveLength(1);
    expect(await loaded()).toEqual({ a: coin('a', saved.indexOf(true) + 1, 7) });
  });

  it('stores letters with the rows, and counts the park on', async () => {
    const stuck = { key: 'b', position: 6, attempts: 3, error: 'no such coin' };
    expect(await rows.save(step(0, 7, { rows: [coin('a', 1, 7)], letters: [stuck] }))).toBe(true);
    expect(await letters()).toEqual([{ key: 'b', position: 6 }]);
    expect(await checkpoint()).toEqual({ position: 7, parks: 1 });
  });

  it('writes nothing that was folded with an older park in mind', async () => {
    const stuck = { key: 'b', position: 6, attempts: 3, error: 'no such coin' };
    await rows.save(step(0, 7, { letters: [stuck] }));
    const waiting = { key: 'b', position: 9, attempts: 0, error: null };
    const outdated = step(7, 9, { rows: [coin('a', 1, 9)], letters: [waiting], parks: 0 });
    expect(await rows.save(outdated)).toBe(false);
    expect(await rows.save({ ...outdated, letters: [] })).toBe(false);
    expect(await loaded()).toEqual({});
    expect(await letters()).toHaveLength(1);
    expect(await rows.save({ ...outdated, parks: 1 })).toBe(true);
    expect(await letters()).toHaveLength(2);
  });
});

it('rows in Redis take nothing from a worker that was taken for dead, and no order to begin anew', async () => {
  await pool.query(`delete from es.checkpoints where consumer = $1`, [key.consumer]);
  await pool.query(`insert into es.checkpoints (consumer, owner, epoch) values ($1, 'worker', 5)`, [key.consumer]);
  await inRedis();
  const rows = redisRows(
    redis,
    key,
    { ...coins, keys: () => [], evolve: () => undefined },
    counterLog(pool, key, 'worker'),
  );
  const late = { from: 0, to: 7, epoch: 4, parks: 0, rows: [{ id: 'a' }], gone: [], letters: [] };
  expect(await rows.save(late)).toBe(false);
  expect(await rows.begin(4, 1, 0)).toBe(false);
  expect(await rows.save({ ...late, epoch: 6 })).toBe(true);
  expect(await rows.save({ ...late, from: 7, to: 8, epoch: 5 })).toBe(false);
});
