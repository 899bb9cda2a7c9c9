import { createPool } from '@waybill/db';
import { createEventStore } from '@waybill/event-store';
import { newId } from '@waybill/kernel';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { balancesTable, bank } from './fixtures/bank.ts';
import { createEngine, type Engine } from './index.ts';

const masterKey = Buffer.alloc(32, 7);
const ana = { kind: 'user', id: 'ana', name: 'Ana' } as const;
let database: TestDatabase;
let pool: pg.Pool;

const engineOn = (worker: string): Engine =>
  createEngine({ pool, store: createEventStore(pool), modules: [bank], masterKey, worker });

/** Drains everything until nothing moves any more. */
const settle = async (engine: Engine) => {
  for (let quiet = 0; quiet < 2; ) {
    const drained = await Promise.all(engine.consumers.map((consumer) => consumer.drain(1_000)));
    quiet = drained.some(({ handled, caughtUp }) => handled > 0 || !caughtUp) ? 0 : quiet + 1;
  }
};
const rowsOf = async () =>
  (await pool.query('select account_id, owner, balance, entries from bank.balances order by account_id')).rows;

beforeAll(async () => {
  database = await testDatabase();
  pool = createPool(database.url);
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  await owner.query(balancesTable);
  await owner.end();
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const open = (engine: Engine, accountId: string, commandId = newId()) =>
  engine.execute({
    type: 'OpenAccount',
    data: { accountId, ownerId: `o-${accountId}`, owner: 'Ana' },
    actor: ana,
    commandId,
  });
const credit = (engine: Engine, accountId: string, amount: number, more: object = {}) =>
  engine.execute({ type: 'Credit', data: { accountId, amount, reason: 'gift' }, actor: ana, ...more });

describe('a command', () => {
  it('is decided, appended, folded into rows and answered by processes', async () => {
    const engine = engineOn('one');
    const id = newId();
    const outcome = await open(engine, id);
    expect(outcome).toMatchObject({
      status: 'accepted',
      version: 1,
      events: [{ type: 'AccountOpened' }],
      duplicate: false,
    });
    await settle(engine);
    expect(await rowsOf()).toContainEqual({ account_id: id, owner: 'Ana', balance: 10, entries: 1 });
    const history = await engine.history(`account-${id}`);
    expect(history.map(({ type, version, actor }) => [type, version, actor.kind])).toEqual([
      ['AccountOpened', 1, 'user'],
      ['Credited', 2, 'process'],
    ]);
    expect(history[1]?.causationId).toBe(history[0]?.eventId);
    expect(history[1]?.correlationId).toBe(history[0]?.correlationId);
  });

  it('that is repeated gets its first outcome; with another body it is a conflict', async () => {
    const engine = engineOn('one');
    const id = newId();
    const commandId = newId();
    const first = await open(engine, id, commandId);
    expect(await open(engineOn('two'), id, commandId)).toMatchObject({
      status: 'accepted',
      version: 1,
      duplicate: true,
    });
    expect(await open(engine, newId(), commandId)).toMatchObject({
      status: 'rejected',
      refusal: { code: 'IdempotencyConflict' },
    });
    expect(first).toMatchObject({ duplicate: false });
    const { rows } = await pool.query(`select outcome from es.commands where error -> 'details' ->> 'commandId' = $1`, [
      commandId,
    ]);
    expect(rows).toEqual([{ outcome: 'rejected' }]);
  });

  it('that is refused is stored with its reason and changes nothing', async () => {
    const engine = engineOn('one');
    const id = newId();
    const outcome = await credit(engine, id, 5);
    expect(outcome).toMatchObject({ status: 'rejected', refusal: { code: 'NotOpen', details: { accountId: id } } });
    const { rows } = await pool.query('select outcome, error from es.commands where command_id = $1', [
      outcome.commandId,
    ]);
    expect(rows).toMatchObject([{ outcome: 'rejected', error: { code: 'NotOpen' } }]);
    expect(await engine.history(`account-${id}`)).toEqual([]);
  });

  it('with a stale version is refused for good, and names the actual one', async () => {
    const engine = engineOn('one');
    const id = newId();
    await open(engine, id);
    const commandId = newId();
    const stale = { expectedVersion: 0, commandId };
    expect(await credit(engine, id, 5, stale)).toMatchObject({
      refusal: { code: 'VersionConflict', details: { expectedVersion: 0, actualVersion: 1 } },
    });
    expect(await credit(engine, id, 5, { expectedVersion: 1 })).toMatchObject({ status: 'accepted' });
    // The account is at version 2 by now: the repeat gets the first answer, not a fresh one.
    expect(await credit(engine, id, 5, stale)).toMatchObject({
      refusal: { code: 'VersionConflict', details: { actualVersion: 1 } },
      duplicate: true,
    });
  });

  it('with input that does not fit names the field', async () => {
    const engine = engineOn('one');
    const request = { type: 'Credit', data: { accountId: newId(), amount: 'five', reason: '' }, actor: ana };
    expect(await engine.execute(request)).toMatchObject({
      refusal: { code: 'InvalidInput', details: { path: 'amount' } },
    });
    expect(await engine.execute({ ...request, commandId: 'no uuid' })).toMatchObject({
      refusal: { code: 'InvalidInput', details: { path: 'commandId' } },
    });
  });
});

describe('a command that comes too early', () => {
  const whenCovered = (engine: Engine, accountId: string, patience: number) =>
    engine.execute({ type: 'DebitWhenCovered', data: { accountId, amount: 7 }, actor: ana, patience });

  it('waits for what it needs without holding up the command that brings it', async () => {
    const engine = engineOn('one');
    const id = newId();
    await open(engine, id);
    const early = whenCovered(engine, id, 10_000);
    expect(await credit(engine, id, 7)).toMatchObject({ status: 'accepted' });
    expect(await early).toMatchObject({ status: 'accepted', events: [{ type: 'Debited' }] });
  });

  it('is answered when its time is up, and leaves no outcome behind', async () => {
    const engine = engineOn('one');
    const id = newId();
    await open(engine, id);
    const outcome = await whenCovered(engine, id, 0);
    expect(outcome).toMatchObject({ status: 'rejected', refusal: { code: 'NotReadyYet' } });
    const { rows } = await pool.query('select 1 from es.commands where command_id = $1', [outcome.commandId]);
    expect(rows).toEqual([]);
  });
});

describe('text that cannot be stored', () => {
  it('is refused with the field’s path, and the refusal is kept', async () => {
    const engine = engineOn('one');
    const odd = { accountId: `a-\u0000-${newId()}`, amount: 1, reason: '\ud800' };
    const outcome = await engine.execute({ type: 'Credit', data: odd, actor: ana });
    expect(outcome).toMatchObject({ refusal: { code: 'InvalidInput', details: { path: 'accountId' } } });
    const long = { accountId: 'x'.repeat(5_000), amount: 1, reason: '' };
    expect(await engine.execute({ type: 'Credit', data: long, actor: ana })).toMatchObject({
      refusal: { code: 'InvalidInput', details: { path: 'accountId' } },
    });
    const { rows } = await pool.query('select error from es.commands where command_id = $1', [outcome.commandId]);
    expect(rows).toMatchObject([{ error: { code: 'InvalidInput' } }]);
  });
});

describe('two processes on one database', () => {
  it('lose no race: 2 × 100 credits on one account all count', async () => {
    const [one, two] = [engineOn('one'), engineOn('two')];
    const id = newId();
    await open(one, id);
    const raced = await Promise.all(Array.from({ length: 200 }, (_, i) => credit(i % 2 ? one : two, id, 1)));
    expect(new Set(raced.map((outcome) => outcome.status))).toEqual(new Set(['accepted']));
    await Promise.all([settle(one), settle(two)]);
    await settle(one);
    expect(await rowsOf()).toContainEqual({ account_id: id, owner: 'Ana', balance: 210, entries: 201 });
  });

  it('drain the same consumers without counting an event twice', async () => {
    const engines = [engineOn('one'), engineOn('two'), engineOn('three')] as const;
    const ids = Array.from({ length: 60 }, newId);
    await Promise.all([
      ...ids.map((id) => open(engines[0], id)),
      ...engines.map(async (engine) => {
        for (let round = 0; round < 30; round += 1) await Promise.all(engine.consumers.map((c) => c.drain(10)));
      }),
    ]);
    await new Promise((resolve) => setImmediate(resolve));
    for (const engine of engines) await settle(engine);
    const rows = (await rowsOf()).filter((row) => ids.includes(row.account_id));
    expect(rows.map(({ balance, entries }) => [balance, entries])).toEqual(ids.map(() => [10, 1]));
    expect((await pool.query('select count(*)::int as left from es.outbox')).rows).toEqual([{ left: 0 }]);
  });

  it('move money between two accounts, both or none', async () => {
    const [one, two] = [engineOn('one'), engineOn('two')];
    const [from, to] = [newId(), newId()];
    await open(one, from);
    await open(one, to);
    await settle(one);
    const moves = await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        (i % 2 ? one : two).execute({ type: 'Move', data: { accountId: from, to, amount: 1 }, actor: ana }),
      ),
    );
    expect(moves.filter(({ status }) => status === 'accepted')).toHaveLength(10);
    await settle(one);
    const rows = await rowsOf();
    expect(rows).toContainEqual({ account_id: from, owner: 'Ana', balance: 0, entries: 11 });
    expect(rows).toContainEqual({ account_id: to, owner: 'Ana', balance: 20, entries: 11 });
  });
});

describe('personal data', () => {
  it('is never stored in plain, and is gone with its key', async () => {
    const engine = engineOn('one');
    const id = newId();
    await engine.execute({
      type: 'OpenAccount',
      data: { accountId: id, ownerId: id, owner: 'Zerlina Quist' },
      actor: ana,
    });
    const plain = `select count(*)::int as found from (
      select data::text as text from es.events union all select payload::text from es.commands
    ) as stored where text like '%Zerlina%'`;
    expect((await pool.query(plain)).rows).toEqual([{ found: 0 }]);
    expect((await engineOn('two').history(`account-${id}`))[0]?.data).toMatchObject({ owner: 'Zerlina Quist' });
    await pool.query('delete from es.subject_keys where subject = $1', [id]);
    expect((await engineOn('three').history(`account-${id}`))[0]?.data).toMatchObject({ owner: null });
  });
});
