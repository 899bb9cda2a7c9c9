import { createPool } from '@waybill/db';
import { createEventStore } from '@waybill/event-store';
import { newId } from '@waybill/kernel';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { balancesTable, bank } from '../fixtures/bank.ts';
import { createEngine, type Engine } from '../index.ts';

const ana = { kind: 'user', id: 'ana', name: 'Ana' } as const;
let database: TestDatabase;
let pool: pg.Pool;
let owner: pg.Client;
let engine: Engine;

beforeAll(async () => {
  database = await testDatabase();
  pool = createPool(database.url);
  owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  await owner.query(balancesTable);
  engine = createEngine({ pool, store: createEventStore(pool), modules: [bank], masterKey: Buffer.alloc(32, 7) });
});
afterAll(async () => {
  await owner.end();
  await pool.end();
  await database.drop();
});

const send = (type: string, data: Record<string, unknown>) => ({ type, data, actor: ana });
const open = (accountId: string) => send('OpenAccount', { accountId, ownerId: `o-${accountId}`, owner: 'Ana' });
const credit = (accountId: string, amount: number) => send('Credit', { accountId, amount, reason: 'gift' });
const settle = async () => {
  for (let quiet = 0; quiet < 2; ) {
    const drained = await Promise.all(engine.consumers.map((consumer) => consumer.drain(1_000)));
    quiet = drained.some(({ handled, caughtUp }) => handled > 0 || !caughtUp) ? 0 : quiet + 1;
  }
};
/** Every row and every sequence of the database, as one fingerprint per table. */
const everything = async () => {
  const { rows } = await owner.query<{ name: string; row: string }>(
    `select format('%I.%I', schemaname, relname) as name, 't::text' as row from pg_stat_user_tables
     union all
     select format('%I.%I', schemaname, sequencename), 'concat(t.last_value, t.is_called)' from pg_sequences order by 1`,
  );
  const prints: [string, unknown][] = [];
  for (const { name, row } of rows) {
    const all = await owner.query(
      `select md5(coalesce(string_agg(${row}, ',' order by ${row}), '')) as print from ${name} t`,
    );
    prints.push([name, all.rows[0]?.print]);
  }
  return Object.fromEntries(prints);
};
const told = (preview: Awaited<ReturnType<Engine['preview']>>) =>
  preview.commands.map(({ type, depth, outcome, events }) => [
    depth,
    type,
    outcome.kind,
    events.map((event) => event.type),
  ]);

describe('a preview', () => {
  it('tells what commands would lead to, by processes too, and stores nothing', async () => {
    const id = newId();
    await engine.execute(open(newId()));
    await settle();
    const before = await everything();
    const preview = await engine.preview([
      open(id),
      send('Debit', { accountId: id, amount: 4 }),
      send('Debit', { accountId: id, amount: 7 }),
    ]);
    expect(told(preview)).toEqual([
      [0, 'OpenAccount', 'accepted', ['AccountOpened']],
      [1, 'Credit', 'accepted', ['Credited']],
      [0, 'Debit', 'accepted', ['Debited']],
      [0, 'Debit', 'refused', []],
    ]);
    expect(preview.commands[1]).toMatchObject({ actor: { kind: 'process' }, cause: { type: 'AccountOpened' } });
    expect(preview.commands[3]?.outcome).toMatchObject({ refusal: { code: 'TooLittle', details: { balance: 6 } } });
    expect(preview).toMatchObject({ complete: true, settled: true });
    expect((await preview.history(`account-${id}`)).map(({ type, version }) => [type, version])).toEqual([
      ['AccountOpened', 1],
      ['Credited', 2],
      ['Debited', 3],
    ]);
    expect(await everything()).toEqual(before);
    expect(Object.keys(before)).toEqual(
      expect.arrayContaining([
        'es.events',
        'es.commands',
        'es.streams',
        'es.outbox',
        'es.checkpoints',
        'es.subject_keys',
        'es.events_position',
      ]),
    );
    expect(await engine.history(`account-${id}`)).toEqual([]);
  });

  it('goes on from what really happened, and is what then happens', async () => {
    const id = newId();
    await engine.execute(open(id));
    await settle();
    const wish = send('Debit', { accountId: id, amount: 8 });
    const preview = await engine.preview([wish, wish]);
    expect(told(preview).map(([, , outcome]) => outcome)).toEqual(['accepted', 'refused']);
    expect(preview.events[0]).toMatchObject({ version: 3, data: { amount: 8 } });
    expect(await engine.execute(wish)).toMatchObject({ status: 'accepted', version: 3 });
    expect(await engine.execute(wish)).toMatchObject({ status: 'rejected' });
    expect(told(await engine.preview([wish]))).toEqual([[0, 'Debit', 'refused', []]]);
  });

  it('refuses what a command would be refused for before it is decided', async () => {
    const id = newId();
    const { commands } = await engine.preview([
      send('Credit', { accountId: id, amount: 'much' }),
      { ...credit(id, 1), expectedVersion: 7 },
    ]);
    expect(commands.map(({ outcome }) => outcome)).toMatchObject([
      { kind: 'refused', refusal: { code: 'InvalidInput' } },
      { kind: 'refused', refusal: { code: 'VersionConflict', details: { expectedVersion: 7, actualVersion: 0 } } },
    ]);
  });

  it('moves between two streams at once, and shows what would wait', async () => {
    const [from, to] = [newId(), newId()];
    const preview = await engine.preview([
      send('DebitWhenCovered', { accountId: from, amount: 5 }),
      open(from),
      open(to),
      send('Move', { accountId: from, to, amount: 3 }),
    ]);
    expect(told(preview).map(([, type, outcome]) => [type, outcome])).toEqual([
      ['DebitWhenCovered', 'waiting'],
      ['OpenAccount', 'accepted'],
      ['Credit', 'accepted'],
      ['OpenAccount', 'accepted'],
      ['Credit', 'accepted'],
      ['Move', 'accepted'],
    ]);
    expect((await preview.history(`account-${to}`)).at(-1)).toMatchObject({ type: 'Credited', data: { amount: 3 } });
  });

  it('says so where a process is still at work on what happened before', async () => {
    const id = newId();
    await engine.execute(open(id));
    const preview = await engine.preview([open(newId())]);
    expect(preview.settled).toBe(false);
    await settle();
    expect((await engine.preview([open(newId())])).settled).toBe(true);
  });
});
