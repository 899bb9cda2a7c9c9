import { type TestDatabase, testDatabase } from '@waybill/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEventStore } from '../create-event-store.ts';
import { anItem, aStream, to } from '../spec-items.ts';
import { readTick } from './read-tick.ts';
import { tick } from './tick.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const now = { gap: 0, rest: 0 };
const HOUR = 3_600_000;
const append = async (): Promise<number> => {
  const result = await createEventStore(database.pool).append(anItem(to(aStream(), 'NO_STREAM', 1)));
  if (result.result !== 'appended') throw new Error(result.result);
  return result.lastPosition;
};
const ticks = async () => {
  const { rows } = await database.pool.query<{ ticked_at: Date; watermark: number }>(
    'select ticked_at, watermark::integer from es.clock_ticks order by ticked_at',
  );
  return rows;
};
const lastTick = async () => {
  const last = (await ticks()).at(-1);
  if (!last) throw new Error('no tick');
  return last;
};

it('an instant is settled by a later tick, and then has one position', async () => {
  expect(await readTick(database.pool, new Date(0))).toMatchObject({ position: 0, settled: false });
  const first = await append();
  await tick(database.pool, now);
  const { ticked_at: at } = await lastTick();
  const instant = new Date(at.getTime() + 1);
  expect(await readTick(database.pool, instant)).toMatchObject({ position: first, settled: false });
  const second = await append();
  while (!(await readTick(database.pool, instant)).settled) await tick(database.pool, now);
  expect(await readTick(database.pool, instant)).toMatchObject({ position: first });
  expect(await readTick(database.pool, new Date(Date.now() + HOUR))).toMatchObject({
    position: second,
    settled: false,
  });
  expect(await readTick(database.pool, new Date(at.getTime() - HOUR))).toMatchObject({ position: 0, settled: true });
});

it('ticks while something changes, and rests while nothing does', async () => {
  await tick(database.pool, now);
  expect(await tick(database.pool, { gap: 0, rest: HOUR })).toBe(false);
  await append();
  expect(await tick(database.pool, { gap: HOUR, rest: 0 })).toBe(false);
  expect(await tick(database.pool, { gap: 0, rest: HOUR })).toBe(true);
});

it('grows in time and position, however many tick at once and wherever the clock jumps', async () => {
  const ahead = new Date(Date.now() + HOUR);
  await database.pool.query('insert into es.clock_ticks select $1::timestamptz, max(watermark) from es.clock_ticks', [
    ahead,
  ]);
  const work = Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? append() : tick(database.pool, now)));
  await Promise.all(work);
  await tick(database.pool, now);
  const all = await ticks();
  expect(all.map(({ watermark }) => watermark)).toEqual(all.map(({ watermark }) => watermark).sort((a, b) => a - b));
  expect((await lastTick()).ticked_at.getTime()).toBeGreaterThanOrEqual(ahead.getTime());
  await expect(database.pool.query('delete from es.clock_ticks')).rejects.toThrow('permission denied');
});

it('counts nothing that is not complete', async () => {
  const writer = await database.pool.connect();
  await writer.query('begin');
  await writer.query('select pg_advisory_xact_lock_shared(es.fence_key(last_value)) from es.events_position');
  const open = await append();
  await tick(database.pool, now);
  const { watermark } = await lastTick();
  await writer.query('rollback');
  writer.release();
  expect(watermark).toBeLessThan(open);
});
