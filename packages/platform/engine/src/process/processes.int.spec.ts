import { createPool } from '@waybill/db';
import { createEventStore } from '@waybill/event-store';
import { newId } from '@waybill/kernel';
import { eventually, type TestDatabase, testDatabase } from '@waybill/testing';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Account, NotOpen, TooLittle } from '../fixtures/bank.ts';
import { Loan, loans } from '../fixtures/loans.ts';
import { createEngine, type Engine, type EngineOptions, type Module, type Process } from '../index.ts';

const ana = { kind: 'user', id: 'ana', name: 'Ana' } as const;
const DAY = 24 * 60 * 60 * 1_000;

let database: TestDatabase;
let pool: pg.Pool;
/** The engine's clock. Events are recorded by the clock of Postgres, so a test begins at its time and only goes on from there. */
let now = Date.now();
/** While it is set, nobody can be given anything. */
let broken = false;
/** Whose loan does not understand debits. */
let confused = '';
const calm: Process = loans;
const confusable: Process = {
  ...calm,
  react(state, event) {
    if (event.id === confused && event.type === 'Debited') throw new Error('What is that?');
    return calm.react(state, event);
  },
};
const bank: Module = {
  name: 'bank',
  aggregates: [Account],
  processes: [confusable],
  refusals: [TooLittle, NotOpen],
  prepare: {
    Credit: async (data) => {
      if (broken && data.reason === 'pity') throw new Error('The safe is stuck');
      return { kind: 'prepared', data };
    },
  },
};
const open = (over: Partial<EngineOptions> = {}): Engine =>
  createEngine({
    pool,
    store: createEventStore(pool),
    modules: [bank],
    masterKey: Buffer.alloc(32, 7),
    clock: { now: () => new Date(now) },
    outboxPatience: { failures: 2, deferrals: 2 },
    ...over,
  });
let engine: Engine;
beforeAll(async () => {
  database = await testDatabase();
  pool = createPool(database.url);
  engine = open();
});
beforeEach(() => {
  now = Date.now();
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const fire = async (of = engine) => {
  for (const { run } of of.chores.filter(({ name }) => name === 'es.timers')) await run();
};
/** Everything that can happen now has happened. */
const settle = async () => {
  for (let idle = 0; idle < 2; ) {
    await fire();
    const drained = await Promise.all(engine.consumers.map((consumer) => consumer.drain(1_000)));
    idle = drained.every(({ handled, busy }) => handled === 0 && !busy) ? idle + 1 : 0;
  }
};
const pass = async (days: number) => {
  now += days * DAY;
  await settle();
};
const account = async (): Promise<string> => {
  const accountId = newId();
  const data = { accountId, ownerId: newId(), owner: 'Ana' };
  await engine.execute({ type: 'OpenAccount', data, actor: ana });
  await settle();
  return accountId;
};
const give = (accountId: string, amount: number) =>
  engine.execute({ type: 'Credit', data: { accountId, amount, reason: 'gift' }, actor: ana });
const story = async (accountId: string) => (await engine.history(`account-${accountId}`)).map(({ type }) => type);
const loan = async (accountId: string) => {
  const found = await engine.processes.find('bank.loans', accountId);
  if (!found) throw new Error('There is no such loan');
  return found;
};

describe('a timer', () => {
  it('fires when it is due, and once, however many workers look', async () => {
    const ids = await Promise.all([account(), account(), account()]);
    for (const id of ids) await give(id, 50);
    await settle();
    now += 7.1 * DAY;
    await Promise.all([fire(engine), fire(open()), fire(open())]);
    await settle();
    for (const id of ids) expect(await story(id)).toEqual(['AccountOpened', 'Credited', 'Debited']);
    expect((await loan(ids[0] ?? '')).status).toBe('ENDED');
  });

  it('does not fire once it is cancelled', async () => {
    const id = await account();
    await give(id, 100);
    await engine.execute({ type: 'Debit', data: { accountId: id, amount: 50 }, actor: ana });
    await settle();
    expect((await loan(id)).timers).toEqual([]);
    await pass(8);
    expect(await story(id)).toEqual(['AccountOpened', 'Credited', 'Debited']);
  });

  it('fires by the clock on the wall too', async () => {
    const id = await account();
    await give(id, 50);
    await pool.query("update es.timers set due_at = now() + interval '50 milliseconds' where instance = $1", [id]);
    const real = open({ clock: { now: () => new Date() } });
    await eventually(async () => {
      await fire(real);
      await Promise.all(real.consumers.map((consumer) => consumer.drain(100)));
      return (await story(id)).includes('Debited');
    });
  });
});

describe('a refusal', () => {
  it('is an event of the stream that refused, and the process reacts to it', async () => {
    const id = await account();
    await pass(7.1);
    const [, refused] = await engine.history(`account-${id}`);
    expect(refused).toMatchObject({
      type: 'CommandRefused',
      version: 2,
      data: { command: 'Debit', code: 'TooLittle', details: { balance: 0 }, process: 'bank.loans', instance: id },
    });
    const stored = await pool.query('select outcome, error, last_position from es.commands where command_id = $1', [
      refused?.commandId,
    ]);
    expect(stored.rows).toEqual([
      { outcome: 'rejected', error: expect.objectContaining({ code: 'TooLittle' }), last_position: refused?.position },
    ]);
    expect(Loan.parse((await loan(id)).state)).toEqual({ lent: true, repaid: false, refusals: 1 });
    await give(id, 60);
    await pass(7.1);
    expect(await story(id)).toEqual(['AccountOpened', 'CommandRefused', 'Credited', 'Debited']);
  });

  it('that the process has no answer to is shown, and its command sent anew by hand under an id of its own', async () => {
    const id = newId();
    // Nobody opened this account: who lends to it anyway?
    await pool.query(
      `insert into es.process_instances (process, instance, state, position, judged, waits, due_at)
       values ('bank.loans', $1, '{"lent":true,"repaid":false,"refusals":0}', 0, 0, $2, $3)`,
      [
        id,
        JSON.stringify({ repayment: { since: new Date(now), dueAt: new Date(now + 1), lateAt: null } }),
        new Date(now + 1),
      ],
    );
    await pass(0.1);
    const troubled = await loan(id);
    expect(troubled).toMatchObject({ status: 'TROUBLED', refused: [{ code: 'NotOpen', attempt: 1 }] });
    await engine.execute({
      type: 'OpenAccount',
      data: { accountId: id, ownerId: newId(), owner: 'Ben' },
      actor: ana,
    });
    expect(await engine.processes.retry('bank.loans', id)).toMatchObject({ commands: 1 });
    await settle();
    expect(await story(id)).toEqual(['CommandRefused', 'AccountOpened', 'Credited']);
    expect(await loan(id)).toMatchObject({ status: 'LATE', refused: [] });
    expect(await engine.processes.retry('bank.loans', id)).toMatchObject({ code: 'NothingToRetry' });
  });
});

describe('a wait', () => {
  it('has a deadline; lateness is shown, and reacted to once', async () => {
    const id = await account();
    expect(await loan(id)).toMatchObject({ status: 'WAITING', waits: [{ for: 'the repayment', lateAt: null }] });
    await pass(31);
    await pass(1);
    expect(await loan(id)).toMatchObject({ status: 'LATE', waits: [{ lateAt: expect.any(Date) }] });
    expect((await story(id)).filter((type) => type === 'Credited')).toHaveLength(1);
    await give(id, 60);
    await engine.execute({ type: 'Debit', data: { accountId: id, amount: 50 }, actor: ana });
    await settle();
    expect(await loan(id)).toMatchObject({ status: 'ENDED', waits: [] });
  });

  it('of a state that older code wrote gets its deadline now', async () => {
    const id = await account();
    await pool.query("update es.process_instances set judged = null, waits = '{}', due_at = null where instance = $1", [
      id,
    ]);
    await fire();
    expect((await loan(id)).waits).toMatchObject([{ name: 'repayment', since: new Date(now) }]);
  });
});

describe('a command that keeps failing', () => {
  it('is set aside, holds back only what follows it, and goes on when it is told to', async () => {
    const [id, other] = await Promise.all([account(), account()]);
    await give(other, 50);
    broken = true;
    await pass(31);
    // The timer's debit was refused, the pity cannot be given: it is tried twice, then set aside.
    await eventually(async () => {
      await settle();
      return (await loan(id)).status === 'TROUBLED';
    });
    expect(await loan(id)).toMatchObject({
      commands: [
        { type: 'Credit', attempts: 2, lastError: 'The safe is stuck', nextAttemptAt: null },
        { type: 'Debit', attempts: 0 },
      ],
      lastError: 'The safe is stuck',
    });
    expect(await story(other)).toEqual(expect.arrayContaining(['Debited']));
    const troubled = await engine.processes.list({ statuses: ['TROUBLED'] }, { limit: 9, order: 'newest first' });
    expect(troubled.map(({ instance }) => instance)).toContain(id);
    expect(await engine.processes.overview()).toMatchObject([{ name: 'bank.loans', troubled: troubled.length }]);

    broken = false;
    expect(await engine.processes.retry('bank.loans', id)).toMatchObject({ commands: 1 });
    await eventually(async () => {
      await settle();
      return (await loan(id)).commands.length === 0;
    });
    expect((await story(id)).slice(2)).toEqual(['Credited', 'CommandRefused']);
  });
});

describe('an event that an instance cannot take', () => {
  it('parks the instance alone; what comes after it waits in order, and is taken when it is told to', async () => {
    const [id, other] = [await account(), await account()];
    confused = id;
    await give(id, 100);
    await engine.execute({ type: 'Debit', data: { accountId: id, amount: 1 }, actor: ana });
    await engine.execute({ type: 'Debit', data: { accountId: id, amount: 2 }, actor: ana });
    await give(other, 50);
    await settle();
    await pass(8);
    expect(await loan(id)).toMatchObject({
      status: 'TROUBLED',
      lastError: 'What is that?',
      parked: [expect.any(Number), expect.any(Number)],
      timers: [{ name: 'collect' }],
    });
    expect(await story(other)).toEqual(['AccountOpened', 'Credited', 'Debited']);

    // Still confused: it waits on.
    expect(await engine.processes.retry('bank.loans', id)).toMatchObject({
      events: 2,
      instance: { status: 'TROUBLED' },
    });
    confused = '';
    expect(await engine.processes.retry('bank.loans', id)).toMatchObject({ events: 2, instance: { status: 'ENDED' } });
    expect(await loan(id)).toMatchObject({ parked: [], timers: [], lastError: null });
  });
});

describe('an instance', () => {
  it('that is cancelled reacts to nothing any more, and says who did it and why', async () => {
    const id = await account();
    expect(await engine.processes.cancel('bank.loans', id, ' ', ana)).toMatchObject({ code: 'InvalidInput' });
    expect(await engine.processes.cancel('bank.loans', newId(), 'x', ana)).toMatchObject({
      code: 'ProcessInstanceUnknown',
    });
    const cancelled = await engine.processes.cancel('bank.loans', id, 'given as a present', ana);
    expect(cancelled).toMatchObject({ status: 'CANCELLED', cancelledBy: ana, cancelReason: 'given as a present' });
    expect(await engine.processes.cancel('bank.loans', id, 'again', ana)).toEqual(cancelled);
    await give(id, 100);
    await pass(40);
    expect(await story(id)).toEqual(['AccountOpened', 'Credited']);
    expect(await loan(id)).toMatchObject({ status: 'CANCELLED', waits: [], timers: [], commands: [] });
  });

  it('that has ended cannot be cancelled', async () => {
    const id = await account();
    await give(id, 50);
    await pass(8);
    expect(await engine.processes.cancel('bank.loans', id, 'too late', ana)).toMatchObject({ code: 'ProcessHasEnded' });
  });
});
