import { createPool } from '@waybill/db';
import { createEventStore } from '@waybill/event-store';
import { newId } from '@waybill/kernel';
import { eventually, type TestDatabase, testDatabase } from '@waybill/testing';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Account, bank } from '../fixtures/bank.ts';
import { type CommandRequest, createEngine, type Engine, type Module } from '../index.ts';

const masterKey = Buffer.alloc(32, 7);
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

const writeSide: Module = { ...bank, projections: [], processes: [] };
const engineOn = (worker: string, module = writeSide): Engine =>
  createEngine({ pool, store: createEventStore(pool), modules: [module], masterKey, worker });

const open = (accountId: string, owner = 'Ana', commandId = newId()): CommandRequest => ({
  type: 'OpenAccount',
  data: { accountId, ownerId: `owner of ${accountId}`, owner },
  actor: ana,
  commandId,
});
const credit = (accountId: string, amount: number, reason = 'gift'): CommandRequest => ({
  type: 'Credit',
  data: { accountId, amount, reason },
  actor: ana,
});

const drain = (engine: Engine, budget = 2_000) =>
  Promise.all(engine.consumers.filter(({ kind }) => kind === 'queue').map((lane) => lane.drain(budget)));
/** Drains until every lane had its turn and found nothing. */
const settle = (engine: Engine) =>
  eventually(async () => expect((await drain(engine)).every(({ caughtUp }) => caughtUp)).toBe(true), {
    within: 10_000,
  });

const queue = async (engine: Engine, requests: readonly CommandRequest[], options = {}): Promise<string[]> => {
  const answer = await engine.enqueue(requests, options);
  if (answer.kind === 'refused') throw new Error(answer.refusal.message);
  return answer.commands.map(({ commandId }) => commandId);
};
const rowsOf = async (ids: readonly string[]) => {
  const { rows } = await pool.query(
    `select q.status, q.last_error as error, q.request is not null as kept, c.outcome, c.actor ->> 'id' as actor
     from es.queued_commands q left join es.commands c using (command_id)
     where command_id = any($1::uuid[]) order by q.id`,
    [ids],
  );
  return rows;
};
const amounts = async (engine: Engine, id: string) =>
  (await engine.history(`account-${id}`)).map(({ data }) => ('amount' in data ? data.amount : 'opened'));

describe('queued commands', () => {
  it('are executed like any other, in the order of their stream', async () => {
    const engine = engineOn('one');
    const ids = [newId(), newId(), newId()];
    const wishes = ids.flatMap((id) => [open(id), ...[1, 2, 3, 4, 5].map((amount) => credit(id, amount))]);
    const queued = await queue(engine, wishes);
    expect(await Promise.all(ids.map((id) => amounts(engine, id)))).toEqual([[], [], []]);
    await settle(engine);
    for (const id of ids) expect(await amounts(engine, id)).toEqual(['opened', 1, 2, 3, 4, 5]);
    const accepted = { status: 'accepted', error: null, kept: false, outcome: 'accepted', actor: 'ana' };
    expect(await rowsOf(queued)).toEqual(wishes.map(() => accepted));
  });

  it('that are refused keep the reason', async () => {
    const engine = engineOn('one');
    const id = newId();
    const queued = await queue(engine, [credit(id, 5)]);
    await settle(engine);
    expect(await rowsOf(queued)).toMatchObject([
      { status: 'rejected', error: `Open ${id} first.`, outcome: 'rejected' },
    ]);
  });

  it('wait for their time', async () => {
    const engine = engineOn('one');
    const [now, later] = [newId(), newId()];
    const [, scheduled = ''] = [
      ...(await queue(engine, [open(now)])),
      ...(await queue(engine, [open(later)], { notBefore: new Date(Date.now() + 3_600_000) })),
    ];
    await settle(engine);
    expect([await amounts(engine, now), await amounts(engine, later)]).toEqual([['opened'], []]);
    await pool.query('update es.queued_commands set not_before = now() where command_id = $1', [scheduled]);
    await settle(engine);
    expect(await amounts(engine, later)).toEqual(['opened']);
  });

  it('do not hold up what was wished for later but is due now', async () => {
    const engine = engineOn('one');
    const id = newId();
    await engine.execute(open(id));
    await queue(engine, [credit(id, 1)], { notBefore: new Date(Date.now() + 3_600_000) });
    await queue(engine, [credit(id, 2)]);
    await settle(engine);
    expect(await amounts(engine, id)).toEqual(['opened', 2]);
  });

  it('of a batch that is sent again are queued once, and with another body not at all', async () => {
    const engine = engineOn('one');
    const ids = [newId(), newId()];
    const batchId = newId();
    const wishes = ids.map((id) => ({ ...credit(id, 1), data: { accountId: id, amount: 1, reason: 'batch' } }));
    const first = await engine.enqueue(wishes, { batchId });
    const again = await engine.enqueue(wishes, { batchId });
    if (first.kind === 'refused' || again.kind === 'refused') throw new Error('refused');
    expect(again.commands).toEqual(first.commands.map(({ commandId }) => ({ commandId, duplicate: true })));
    const other = await engine.enqueue([...wishes.slice(0, 1), credit(newId(), 9)], { batchId });
    expect(other).toMatchObject({ kind: 'refused', refusal: { code: 'IdempotencyConflict' } });
    const { rows } = await pool.query('select count(*)::int as n from es.queued_commands where batch_id = $1', [
      batchId,
    ]);
    expect(rows).toEqual([{ n: 2 }]);
  });

  it('are queued once by two who queue them at the same moment', async () => {
    const id = newId();
    const wish = open(id);
    const answers = await Promise.all(['one', 'two', 'three'].map((name) => engineOn(name).enqueue([wish])));
    expect(answers.map(({ kind }) => kind)).toEqual(['queued', 'queued', 'queued']);
    await settle(engineOn('one'));
    expect(await amounts(engineOn('one'), id)).toEqual(['opened']);
  });

  it('name what cannot be an id', async () => {
    const answer = await engineOn('one').enqueue([open(newId()), { ...open(newId()), commandId: 'seven' }]);
    expect(answer).toMatchObject({ refusal: { code: 'InvalidInput', details: { path: '1.commandId' } } });
  });

  it('that were executed already meet their outcome, whoever sent them first', async () => {
    const engine = engineOn('one');
    const id = newId();
    const wish = open(id);
    await engine.execute(wish);
    const queued = await queue(engine, [wish]);
    await settle(engine);
    expect(await rowsOf(queued)).toMatchObject([{ status: 'accepted' }]);
    expect(await amounts(engine, id)).toEqual(['opened']);
  });
});

describe('a queued command that is cancelled', () => {
  it('is never executed, and says who did it', async () => {
    const engine = engineOn('one');
    const id = newId();
    const [commandId = ''] = await queue(engine, [open(id)], { notBefore: new Date(Date.now() + 3_600_000) });
    expect(await engine.cancelQueued(commandId, { ...ana, name: 'Bea' })).toBeUndefined();
    expect(await engine.cancelQueued(commandId, ana)).toBeUndefined();
    const { rows } = await pool.query('select outcome, error from es.commands where command_id = $1', [commandId]);
    expect(rows).toMatchObject([{ outcome: 'rejected', error: { code: 'CommandCancelled', details: { by: 'Bea' } } }]);
    expect(await rowsOf([commandId])).toMatchObject([{ status: 'cancelled', kept: false }]);
  });

  it('stays so for a worker that had it in hand already', async () => {
    const engine = engineOn('one');
    const id = newId();
    const wish = open(id);
    const [commandId = ''] = await queue(engine, [wish]);
    await engine.cancelQueued(commandId, ana);
    expect(await engineOn('two').execute(wish)).toMatchObject({
      status: 'rejected',
      refusal: { code: 'CommandCancelled' },
      duplicate: true,
    });
    expect(await amounts(engine, id)).toEqual([]);
  });

  it('and executed at the same moment is one of the two, for everybody', async () => {
    const engine = engineOn('one');
    const ids = Array.from({ length: 40 }, newId);
    const commands = await queue(
      engine,
      ids.map((id) => open(id)),
    );
    const [refusals] = await Promise.all([
      Promise.all(commands.map((commandId) => engineOn('two').cancelQueued(commandId, ana))),
      drain(engine),
    ]);
    await settle(engine);
    const opened = await Promise.all(ids.map(async (id) => (await amounts(engine, id)).length === 1));
    expect(opened).toEqual(refusals.map((refusal) => refusal !== undefined));
    const rows = await rowsOf(commands);
    expect(rows.map(({ status }) => status)).toEqual(opened.map((is) => (is ? 'accepted' : 'cancelled')));
  });

  it('has to be queued', async () => {
    const engine = engineOn('one');
    const commandId = newId();
    expect(await engine.cancelQueued(commandId, ana)).toMatchObject({ code: 'CommandNotQueued' });
    await queue(engine, [open(newId(), 'Ana', commandId)]);
    await settle(engine);
    expect(await engine.cancelQueued(commandId, ana)).toMatchObject({ details: { status: 'accepted' } });
  });
});

describe('personal data', () => {
  it('is never queued in plain, and a command about a forgotten person is given up', async () => {
    const engine = engineOn('one');
    const id = newId();
    const [commandId = ''] = await queue(engine, [open(id, 'Zerlina Quist')], {
      notBefore: new Date(Date.now() + 60_000),
    });
    const { rows } = await pool.query(
      `select position('Zerlina'::bytea in request) as found, q::text like '%Zerlina%' as shown
       from es.queued_commands q where command_id = $1`,
      [commandId],
    );
    expect(rows).toEqual([{ found: 0, shown: false }]);
    await pool.query('delete from es.subject_keys where subject = $1', [`owner of ${id}`]);
    await pool.query('update es.queued_commands set not_before = now() where command_id = $1', [commandId]);
    await settle(engineOn('later'));
    expect(await rowsOf([commandId])).toMatchObject([{ status: 'failed', outcome: null }]);
    expect(await amounts(engine, id)).toEqual([]);
  });
});

describe('a queued command that fails', () => {
  /** A bank whose `Credit` cannot be prepared as often as this. */
  const failingBank = (times: number): Module & { readonly tries: () => number } => {
    let tries = 0;
    return {
      ...writeSide,
      tries: () => tries,
      prepare: {
        Credit: async (data) => {
          if (data.reason !== 'fails') return { kind: 'prepared', data };
          tries += 1;
          if (tries <= times) throw new Error('the price list is away');
          return { kind: 'prepared', data };
        },
      },
    };
  };
  const hurry = () => pool.query('update es.queued_commands set next_attempt_at = now() where next_attempt_at > now()');
  const settleSoon = (engine: Engine) =>
    eventually(
      async () => {
        await hurry();
        await drain(engine);
        const { rows } = await pool.query(
          `select 1 from es.queued_commands where status = 'queued' and not_before <= now()`,
        );
        expect(rows).toEqual([]);
      },
      { within: 15_000 },
    );

  it('is tried again, and holds back its own stream alone', async () => {
    const module = failingBank(2);
    const engine = engineOn('fragile', module);
    const [id, other] = [newId(), newId()];
    await engine.execute(open(id));
    await engine.execute(open(other));
    await queue(engine, [credit(id, 1, 'fails'), credit(id, 2), credit(other, 3)]);
    await eventually(async () => {
      await drain(engine);
      expect(await amounts(engine, other)).toEqual(['opened', 3]);
    });
    await settleSoon(engine);
    expect(await amounts(engine, id)).toEqual(['opened', 1, 2]);
    expect(module.tries()).toBe(3);
  });

  it('is given up in the end, and waits again when a person says so', async () => {
    const module = failingBank(6);
    const engine = engineOn('fragile', module);
    const id = newId();
    await engine.execute(open(id));
    const [failing = ''] = await queue(engine, [credit(id, 1, 'fails'), credit(id, 2)]);
    await settleSoon(engine);
    expect(await rowsOf([failing])).toMatchObject([{ status: 'failed', error: 'the price list is away', kept: true }]);
    expect(await amounts(engine, id)).toEqual(['opened', 2]);
    expect(await engine.retryQueued(failing)).toBeUndefined();
    await settleSoon(engine);
    expect(await amounts(engine, id)).toEqual(['opened', 2, 1]);
    expect(await engine.retryQueued(failing)).toMatchObject({ code: 'CommandNotQueued' });
  });

  it('by being of newer code is left to who knows it', async () => {
    const id = newId();
    const { Credit: _, ...older } = Account.commands;
    await engineOn('new').execute(open(id));
    await queue(engineOn('new'), [credit(id, 1)]);
    await drain(engineOn('old', { ...writeSide, aggregates: [{ ...Account, commands: older }] }));
    expect(await amounts(engineOn('new'), id)).toEqual(['opened']);
    await settleSoon(engineOn('new'));
    expect(await amounts(engineOn('new'), id)).toEqual(['opened', 1]);
  });
});
