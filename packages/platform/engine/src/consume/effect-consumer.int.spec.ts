import { createPool } from '@waybill/db';
import { createEventStore } from '@waybill/event-store';
import { newId } from '@waybill/kernel';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Account, events } from '../fixtures/bank.ts';
import { type Consumer, createEngine, defineEffect, EventFromTheFuture, type Parking } from '../index.ts';

const ana = { kind: 'user', id: 'ana', name: 'Ana' } as const;
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

/** An effect that fails so for an account that was just opened, as often as it is run. */
const failing = async (
  name: string,
  error: Error,
  times: number,
): Promise<{ effect: Consumer; parking: Parking; accountId: string; runs: () => number }> => {
  const accountId = newId();
  let runs = 0;
  const effect = defineEffect({
    name,
    events: [events.AccountOpened],
    run: async ({ id }) => {
      if (id !== accountId) return;
      runs += 1;
      if (runs <= times) throw error;
    },
  });
  const modules = [{ name: 'bank', aggregates: [Account], effects: [effect], refusals: [] }];
  const engine = createEngine({ pool, store: createEventStore(pool), modules, masterKey: Buffer.alloc(32, 7) });
  const data = { accountId, ownerId: newId(), owner: 'Ana' };
  await engine.execute({ type: 'OpenAccount', data, actor: ana });
  const consumer = engine.consumers.find((candidate) => candidate.name === name);
  if (!consumer) throw new Error(`no ${name}`);
  return { effect: consumer, parking: engine.parking, accountId, runs: () => runs };
};
const deadLetters = async (name: string): Promise<string[]> => {
  const { rows } = await pool.query('select error from es.dead_letters where consumer = $1', [name]);
  return rows.map(({ error }) => error);
};

it('waits for a database that is gone, however often it finds it so', async () => {
  const lost = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  const { effect, runs } = await failing('bank.patient', lost, 7);
  for (let time = 0; time < 7; time += 1) await expect(effect.drain(1_000)).rejects.toThrow('ECONNREFUSED');
  expect(await effect.drain(1_000)).toMatchObject({ caughtUp: true });
  expect(runs()).toBe(8);
  expect(await deadLetters('bank.patient')).toEqual([]);
});

it('puts aside what keeps failing by itself, and goes on', async () => {
  const { effect, runs } = await failing('bank.failing', new Error('no such font'), 100);
  expect(await effect.drain(1_000)).toMatchObject({ caughtUp: true });
  expect(runs()).toBe(5);
  expect(await deadLetters('bank.failing')).toEqual(['no such font']);
});

it('runs a dead letter again when it is replayed, and counts how often it was tried', async () => {
  const { effect, parking, accountId, runs } = await failing('bank.replayed', new Error('no such font'), 6);
  await effect.drain(1_000);
  const again = () => parking.replay('bank.replayed', accountId, ana);
  expect(await again()).toEqual({ replayed: 0, left: 1, problem: 'no such font' });
  expect(await again()).toEqual({ replayed: 1, left: 0, problem: null });
  expect(await again()).toBeUndefined();
  expect(runs()).toBe(7);
  const { rows } = await pool.query('select attempts, resolution from es.dead_letters where key = $1', [accountId]);
  expect(rows).toEqual([{ attempts: 6, resolution: 'replayed' }]);
});

it('never runs what a person skipped', async () => {
  const { effect, parking, accountId, runs } = await failing('bank.skipped', new Error('no such font'), 100);
  await effect.drain(1_000);
  const { rows } = await pool.query('select id from es.dead_letters where key = $1', [accountId]);
  expect(await parking.skip(rows[0]?.id, 'sent by hand', ana)).toEqual({ replayed: 0, left: 0, problem: null });
  expect(await parking.replay('bank.skipped', accountId, ana)).toBeUndefined();
  expect(runs()).toBe(5);
});

it('puts nothing aside that only newer code can read', async () => {
  const event = { type: 'AccountOpened', schemaVersion: 9, position: 1 };
  const future = Object.assign(Object.create(EventFromTheFuture.prototype), event, { message: 'update the process' });
  const { effect } = await failing('bank.outdated', future, 1);
  await expect(effect.drain(1_000)).rejects.toThrow('update the process');
  expect(await deadLetters('bank.outdated')).toEqual([]);
});
