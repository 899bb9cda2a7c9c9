import { createPool } from '@waybill/db';
import { createEventStore } from '@waybill/event-store';
import { newId } from '@waybill/kernel';
import { eventually, type TestDatabase, testDatabase } from '@waybill/testing';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Account, events } from '../fixtures/bank.ts';
import { type Consumer, createEngine, defineEffect, type EffectPorts, type Engine } from '../index.ts';

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

interface Ran {
  readonly id: string;
  readonly type: string;
  readonly idempotencyKey: string;
  readonly attempt: number;
}
/** An effect over accounts of its own (it knows which), and engines that run it. */
const effectOf = (name: string, act: (ran: Ran, tries: number) => unknown = () => undefined) => {
  const mine = new Set<string>();
  const ran: Ran[] = [];
  const effect = defineEffect({
    name,
    events: [events.AccountOpened, events.Credited],
    run: async ({ id, type }, { idempotencyKey, attempt }: EffectPorts) => {
      if (!mine.has(id)) return;
      const run = { id, type, idempotencyKey, attempt };
      ran.push(run);
      await act(run, ran.filter((other) => other.idempotencyKey === idempotencyKey).length);
    },
  });
  const modules = [{ name: 'bank', aggregates: [Account], effects: [effect], refusals: [] }];
  const engineOn = (worker: string) =>
    createEngine({ pool, store: createEventStore(pool), modules, masterKey: Buffer.alloc(32, 7), worker });
  const on = (worker: string): Consumer => {
    const consumer = engineOn(worker).consumers.find((candidate) => candidate.name === name);
    if (!consumer) throw new Error(`no ${name}`);
    return consumer;
  };
  const engine: Engine = engineOn('api');
  const open = async (credits: readonly number[] = []): Promise<string> => {
    const accountId = newId();
    mine.add(accountId);
    const data = { accountId, ownerId: newId(), owner: 'Ana' };
    await engine.execute({ type: 'OpenAccount', data, actor: ana });
    for (const amount of credits)
      await engine.execute({ type: 'Credit', data: { accountId, amount, reason: 'gift' }, actor: ana });
    return accountId;
  };
  const runsOf = async (key: string) => {
    const { rows } = await pool.query(
      'select outcome, attempts, error from es.effect_runs where effect = $1 and key = $2 order by position',
      [name, key],
    );
    return rows;
  };
  const hurry = () => pool.query('update es.effect_runs set next_attempt_at = now() where effect = $1', [name]);
  /** Drains, without the pauses between tries, until nothing is left to run. */
  const settle = (consumer: Consumer) =>
    eventually(
      async () => {
        await hurry();
        await consumer.drain(1_000);
        const open = await pool.query('select from es.effect_runs where effect = $1 and outcome is null', [name]);
        expect([open.rowCount, (await consumer.drain(1_000)).busy]).toEqual([0, false]);
      },
      { within: 20_000 },
    );
  return { ran, engine, on, open, runsOf, hurry, settle };
};
const letters = async (name: string) => {
  const { rows } = await pool.query(
    'select key, attempts, error from es.dead_letters where consumer = $1 and resolved_at is null',
    [name],
  );
  return rows;
};

describe('an effect', () => {
  it('is run once per event, in the order of the aggregate, and its outcome is recorded', async () => {
    const { ran, on, open, runsOf, settle } = effectOf('bank.mail');
    const ids = [await open([1, 2]), await open()];
    await settle(on('one'));
    expect(ran.filter(({ id }) => id === ids[0]).map(({ type }) => type)).toEqual([
      'AccountOpened',
      'Credited',
      'Credited',
    ]);
    expect(new Set(ran.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(4);
    expect(await runsOf(ids[0] ?? '')).toEqual(
      Array.from({ length: 3 }, () => ({ outcome: 'succeeded', attempts: 1, error: null })),
    );
  });

  it('is not run again for what it has done, even where its checkpoint is set back to the beginning', async () => {
    const { ran, on, open, settle } = effectOf('bank.once');
    await open([1]);
    await settle(on('one'));
    expect(ran).toHaveLength(2);
    await pool.query(`delete from es.checkpoints where consumer = 'bank.once'`);
    await settle(on('two'));
    expect(ran).toHaveLength(2);
  });

  it('is run once by two workers that drain it at the same time', async () => {
    const { ran, on, open, settle } = effectOf('bank.two', () => new Promise((resolve) => setImmediate(resolve)));
    await Promise.all(Array.from({ length: 20 }, () => open([1])));
    const workers = [on('one'), on('two'), on('three')];
    for (let round = 0; round < 5; round += 1) await Promise.all(workers.map((worker) => worker.drain(50)));
    await settle(on('one'));
    expect(ran).toHaveLength(40);
    expect(new Set(ran.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(40);
  });

  it('whose worker is gone in the middle is run again under the same key', async () => {
    const { ran, on, open, runsOf } = effectOf('bank.killed', ({ type }, tries) => {
      // The first worker never comes back from it.
      if (type === 'AccountOpened' && tries === 1) return new Promise<never>(() => {});
      return undefined;
    });
    const id = await open([1]);
    void on('killed').drain(1_000);
    await eventually(() => expect(ran).toHaveLength(1));
    // Its claim runs out, since a worker that is dead renews nothing.
    await pool.query(
      `update es.effect_runs set claimed_by = 'dead', claimed_until = now() where effect = 'bank.killed'`,
    );
    await eventually(
      async () => {
        await on('next').drain(1_000);
        expect(await runsOf(id)).toMatchObject([
          { outcome: 'succeeded', attempts: 2 },
          { outcome: 'succeeded', attempts: 1 },
        ]);
      },
      { within: 20_000 },
    );
    expect(ran.map(({ type, attempt }) => [type, attempt])).toEqual([
      ['AccountOpened', 1],
      ['AccountOpened', 2],
      ['Credited', 1],
    ]);
    expect(ran[1]?.idempotencyKey).toBe(ran[0]?.idempotencyKey);
  });

  it('that fails is tried again, and holds back its own aggregate alone', async () => {
    const failing = new Set<string>();
    const { ran, on, open, runsOf, settle } = effectOf('bank.flaky', ({ id, type }, tries) => {
      if (failing.has(id) && type === 'AccountOpened' && tries <= 2) throw new Error('the printer is out of paper');
    });
    const [id, other] = [await open([1]), await open([1])];
    failing.add(id);
    const consumer = on('one');
    await eventually(async () => {
      await consumer.drain(1_000);
      expect(await runsOf(other)).toMatchObject([{ outcome: 'succeeded' }, { outcome: 'succeeded' }]);
    });
    expect(ran.filter((run) => run.id === id).every(({ type }) => type === 'AccountOpened')).toBe(true);
    await settle(consumer);
    expect(ran.filter((run) => run.id === id).map(({ type, attempt }) => [type, attempt])).toEqual([
      ['AccountOpened', 1],
      ['AccountOpened', 2],
      ['AccountOpened', 3],
      ['Credited', 1],
    ]);
    expect(await letters('bank.flaky')).toEqual([]);
  });

  it('that keeps failing is put aside as a dead letter, which a person can replay; what follows goes on', async () => {
    let broken = true;
    const { on, open, runsOf, settle, engine } = effectOf('bank.failing', ({ type }) => {
      if (broken && type === 'AccountOpened') throw new Error('no such font');
    });
    const id = await open([1]);
    await settle(on('one'));
    expect(await runsOf(id)).toEqual([
      { outcome: 'failed', attempts: 6, error: 'no such font' },
      { outcome: 'succeeded', attempts: 1, error: null },
    ]);
    expect(await letters('bank.failing')).toEqual([{ key: id, attempts: 6, error: 'no such font' }]);
    broken = false;
    expect(await engine.parking.replay('bank.failing', id, ana)).toMatchObject({ replayed: 1, left: 0 });
    expect(await runsOf(id)).toMatchObject([{ outcome: 'succeeded', error: null }, { outcome: 'succeeded' }]);
    expect(await letters('bank.failing')).toEqual([]);
  });

  it('waits for a database that is gone, however often it finds it so', async () => {
    const lost = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    const { on, open, ran, runsOf } = effectOf('bank.patient', (_run, tries) => {
      if (tries <= 7) throw lost;
    });
    const id = await open();
    const consumer = on('one');
    for (let time = 0; time < 7; time += 1) await expect(consumer.drain(1_000)).rejects.toThrow('ECONNREFUSED');
    expect(await consumer.drain(1_000)).toMatchObject({ caughtUp: true });
    expect(ran).toHaveLength(8);
    expect(await runsOf(id)).toEqual([{ outcome: 'succeeded', attempts: 1, error: null }]);
    expect(await letters('bank.patient')).toEqual([]);
  });
});
