import { createPool } from '@waybill/db';
import { createEventStore } from '@waybill/event-store';
import { newId } from '@waybill/kernel';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Account, commands, events, TooLittle } from '../fixtures/bank.ts';
import { createEngine, defineProcess, type Engine, type Module, send } from '../index.ts';

/** A process that sends these commands for each account that is opened. */
const onOpened = (name: string, wishes: (accountId: string) => readonly ReturnType<typeof send>[]) =>
  defineProcess({
    name,
    startFrom: 'beginning',
    events: [events.AccountOpened],
    instance: ({ id }) => id,
    initial: {},
    waits: {},
    waiting: () => [],
    react: (state, { id }) => ({ state, commands: wishes(id) }),
  });
const { Credit, Debit, DebitWhenCovered } = commands;
const collects = onOpened('collects', (accountId) => [
  send(DebitWhenCovered, { accountId, amount: 10 }),
  send(Debit, { accountId, amount: 5 }),
]);
const brings = onOpened('brings', (accountId) => [send(Credit, { accountId, amount: 15, reason: 'gift' })]);

let database: TestDatabase;
let pool: pg.Pool;
let engine: Engine;
beforeAll(async () => {
  database = await testDatabase();
  pool = createPool(database.url);
  const bank: Module = { name: 'bank', aggregates: [Account], processes: [collects, brings], refusals: [TooLittle] };
  engine = createEngine({ pool, store: createEventStore(pool), modules: [bank], masterKey: Buffer.alloc(32, 7) });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const drain = (which: (name: string) => boolean) =>
  Promise.all(engine.consumers.filter(({ name }) => which(name)).map((consumer) => consumer.drain(1_000)));
const isOutbox = (name: string) => name.startsWith('outbox:');
const waiting = async () => (await pool.query('select 1 from es.outbox')).rows.length;

describe('a command that waits', () => {
  it('holds back what its own process wished for after it, and never what it waits for from another', async () => {
    const accountId = newId();
    await engine.execute({
      type: 'OpenAccount',
      data: { accountId, ownerId: newId(), owner: 'Ana' },
      actor: { kind: 'user', id: 'ana', name: 'Ana' },
    });
    await drain((name) => name === 'collects');
    await drain(isOutbox);
    expect(await waiting()).toBe(2);
    await drain((name) => name === 'brings');
    while ((await waiting()) > 0) await drain(isOutbox);
    const history = await engine.history(`account-${accountId}`);
    expect(history.map(({ type, data }) => [type, (data as { amount?: number }).amount])).toEqual([
      ['AccountOpened', undefined],
      ['Credited', 15],
      ['Debited', 10],
      ['Debited', 5],
    ]);
  });
});
