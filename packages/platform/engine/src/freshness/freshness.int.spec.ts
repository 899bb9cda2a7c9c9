import { createPool } from '@waybill/db';
import { eventually, type TestDatabase, testDatabase } from '@waybill/testing';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Measured, recordFreshness } from './record-freshness.ts';

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await testDatabase();
  pool = createPool(database.url);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});
beforeEach(() => pool.query('delete from es.alerts; delete from es.freshness'));

const orders = (lagMs: number): Measured => ({
  consumer: 'sales.orders',
  objectiveMs: 100,
  lagMs,
  lagEvents: lagMs / 10,
});
const atOnce = { openAfterMs: 0, closeAfterMs: 0 };
const never = { openAfterMs: 3_600_000, closeAfterMs: 3_600_000 };
const alerts = async () =>
  (
    await pool.query(
      `select subject, objective_ms, worst_lag_ms, worst_events, closed_at is null as open from es.alerts order by id`,
    )
  ).rows;

it('opens an alert for what is late, keeps the worst of it, and closes it when that is over', async () => {
  const opened = { change: 'opened', consumer: 'sales.orders', objectiveMs: 100, worstLagMs: 200 };
  expect(await recordFreshness(pool, [orders(200)], atOnce)).toEqual([opened]);
  expect(await recordFreshness(pool, [orders(900)], atOnce)).toEqual([]);
  expect(await recordFreshness(pool, [orders(300)], atOnce)).toEqual([]);
  expect(await recordFreshness(pool, [orders(50)], atOnce)).toEqual([{ ...opened, change: 'closed', worstLagMs: 900 }]);
  expect(await alerts()).toEqual([
    { subject: 'sales.orders', objective_ms: 100, worst_lag_ms: 900, worst_events: 90, open: false },
  ]);
});

it('keeps quiet about a burst, and about what has only just caught up', async () => {
  await recordFreshness(pool, [orders(200)], never);
  await recordFreshness(pool, [orders(50)], never);
  await recordFreshness(pool, [orders(200)], never);
  expect(await alerts()).toEqual([]);
  await recordFreshness(pool, [orders(200)], atOnce);
  await recordFreshness(pool, [orders(50)], never);
  expect(await alerts()).toMatchObject([{ open: true }]);
});

it('counts from the first late measurement, whoever made it', async () => {
  const patient = { openAfterMs: 200, closeAfterMs: 200 };
  expect(await recordFreshness(pool, [orders(200)], patient)).toEqual([]);
  const opened = await eventually(async () => (await recordFreshness(pool, [orders(200)], patient))[0] ?? false);
  expect(opened).toMatchObject({ change: 'opened' });
});

it('opens one alert, however many workers find the same', async () => {
  const found = await Promise.all(Array.from({ length: 6 }, () => recordFreshness(pool, [orders(200)], atOnce)));
  expect(found.flat()).toHaveLength(1);
  expect(await alerts()).toHaveLength(1);
});

it('closes the alert about what no running code has any more', async () => {
  await recordFreshness(pool, [orders(200)], atOnce);
  await pool.query(`update es.freshness set measured_at = now() - interval '6 minutes'`);
  expect(await recordFreshness(pool, [{ ...orders(0), consumer: 'sales.other' }], never)).toMatchObject([
    { change: 'closed', consumer: 'sales.orders' },
  ]);
});
