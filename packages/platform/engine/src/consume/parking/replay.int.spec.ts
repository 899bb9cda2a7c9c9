import { createPool } from '@waybill/db';
import { createEventStore } from '@waybill/event-store';
import { newId } from '@waybill/kernel';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Recorded } from '../../define/event.ts';
import type { Projection } from '../../define/projection.ts';
import { Account, balances, balancesTable, bank } from '../../fixtures/bank.ts';
import { createEngine, type Engine } from '../../index.ts';

const ana = { kind: 'user', id: 'ana', name: 'Ana' } as const;
let database: TestDatabase;
let pool: pg.Pool;
let broken: Engine;
let fixed: Engine;

beforeAll(async () => {
  database = await testDatabase();
  pool = createPool(database.url, { max: 16 });
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  await owner.query(balancesTable);
  await owner.end();
  broken = engineOn('broken', stumbling('cursed', 'haunted'));
  fixed = engineOn('fixed');
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const engineOn = (worker: string, projection: Projection = balances): Engine =>
  createEngine({
    pool,
    store: createEventStore(pool),
    modules: [{ ...bank, aggregates: [Account], projections: [projection], processes: [] }],
    masterKey: Buffer.alloc(32, 7),
    worker,
  });
const reasonOf = (event: Recorded): unknown => ('reason' in event.data ? event.data.reason : undefined);
/** The list of balances as a release had it that stumbles over some reasons. */
const stumbling = (...reasons: string[]): Projection => ({
  ...balances,
  evolve(row, event, key) {
    if (reasons.includes(String(reasonOf(event)))) throw new Error(`what is ${reasonOf(event)}?`);
    return (balances as Projection).evolve(row, event, key);
  },
});

const open = async (): Promise<string> => {
  const accountId = newId();
  await fixed.execute({ type: 'OpenAccount', data: { accountId, ownerId: accountId, owner: 'Ana' }, actor: ana });
  return accountId;
};
const credit = (accountId: string, amount: number, reason = 'gift') =>
  fixed.execute({ type: 'Credit', data: { accountId, amount, reason }, actor: ana });
const settle = async (...engines: readonly Engine[]) => {
  for (let quiet = 0; quiet < 2; ) {
    const consumers = engines.flatMap((engine) => engine.consumers.filter(({ kind }) => kind === 'projection'));
    const drained = await Promise.all(consumers.map((consumer) => consumer.drain(1_000)));
    quiet = drained.some(({ handled, caughtUp }) => handled > 0 || !caughtUp) ? 0 : quiet + 1;
    await new Promise((resolve) => setImmediate(resolve));
  }
};
const rowOf = async (accountId: string) => {
  const { rows } = await pool.query('select balance, entries from bank.balances where account_id = $1', [accountId]);
  return rows[0];
};
const lettersOf = async (key: string) => {
  const { rows } = await pool.query<{ id: number; error: string | null; resolution: string | null }>(
    'select id, error, resolution from es.dead_letters where key = $1 order by position',
    [key],
  );
  return rows;
};

it('drains a parked key in order once its fold is fixed, and the key is followed again', async () => {
  const a = await open();
  for (const [amount, reason] of [[1], [2, 'cursed'], [3], [4]] as const) await credit(a, amount, reason);
  await settle(broken);
  expect(await rowOf(a)).toEqual({ balance: 1, entries: 1 });
  expect(await fixed.parking.replay('bank.balances', a, ana)).toEqual({ replayed: 3, left: 0, problem: null });
  expect(await rowOf(a)).toEqual({ balance: 10, entries: 4 });
  expect((await lettersOf(a)).map(({ resolution }) => resolution)).toEqual(['replayed', 'replayed', 'replayed']);
  await credit(a, 5);
  await settle(broken);
  expect(await rowOf(a)).toEqual({ balance: 15, entries: 5 });
  expect(await fixed.parking.replay('bank.balances', a, ana)).toBeUndefined();
});

it('drains more letters than one transaction takes', async () => {
  const a = await open();
  await credit(a, 1, 'cursed');
  const amounts = Array.from({ length: 450 }, (_, index) => index);
  await Promise.all(amounts.map((amount) => credit(a, amount)));
  await settle(broken);
  expect(await fixed.parking.replay('bank.balances', a, ana)).toEqual({ replayed: 451, left: 0, problem: null });
  expect(await rowOf(a)).toEqual({ balance: 1 + (449 * 450) / 2, entries: 451 });
});

it('stops where it stumbles again, and keeps what it could take', async () => {
  const a = await open();
  await credit(a, 1, 'cursed');
  await credit(a, 2);
  await credit(a, 4, 'haunted');
  await credit(a, 8);
  await settle(broken);
  const halfFixed = engineOn('half', stumbling('haunted'));
  const outcome = await halfFixed.parking.replay('bank.balances', a, ana);
  expect(outcome).toEqual({ replayed: 2, left: 2, problem: 'what is haunted?' });
  expect(await rowOf(a)).toEqual({ balance: 3, entries: 2 });
  expect(await fixed.parking.replay('bank.balances', a, ana)).toEqual({ replayed: 2, left: 0, problem: null });
  expect(await rowOf(a)).toEqual({ balance: 15, entries: 4 });
});

it('leaves out what a person skips, and goes on with what waits behind it', async () => {
  const a = await open();
  await credit(a, 1);
  await credit(a, 2, 'cursed');
  await credit(a, 4);
  await settle(broken);
  const [cursed] = await lettersOf(a);
  if (!cursed) throw new Error('nothing was parked');
  expect(await broken.parking.skip(cursed.id, 'never happened', ana)).toEqual({ replayed: 1, left: 0, problem: null });
  expect(await rowOf(a)).toEqual({ balance: 5, entries: 2 });
  expect(await broken.parking.skip(cursed.id, 'again', ana)).toBeUndefined();
  const { rows } = await pool.query('select resolved_by, reason from es.dead_letters where id = $1', [cursed.id]);
  expect(rows).toEqual([{ resolved_by: ana, reason: 'never happened' }]);
});

it('parks again what the table refuses, and keeps what came before it', async () => {
  const a = await open();
  await credit(a, 1, 'cursed');
  await credit(a, 2, 'odd');
  await credit(a, 4);
  await settle(broken);
  const odd = engineOn('odd', {
    ...balances,
    evolve(row, event, key) {
      const folded = (balances as Projection).evolve(row, event, key);
      return reasonOf(event) === 'odd' ? { ...folded, entries: 'many' } : folded;
    },
  });
  const outcome = await odd.parking.replay('bank.balances', a, ana);
  expect(outcome).toMatchObject({ replayed: 1, left: 2, problem: expect.stringMatching('invalid input syntax') });
  expect(await rowOf(a)).toEqual({ balance: 1, entries: 1 });
});

it('counts every event once while the key is replayed by two and followed by two, who disagree about what is cursed', async () => {
  const accounts = await Promise.all(Array.from({ length: 3 }, open));
  const followers = [engineOn('first', stumbling('cursed')), engineOn('second')];
  let writing = true;
  const write = async (accountId: string) => {
    for (let round = 0; round < 40; round += 1) await credit(accountId, 1, round % 5 === 0 ? 'cursed' : 'gift');
  };
  const whileWriting = async (work: () => Promise<unknown>) => {
    while (writing) {
      await work();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const replayAll = async () => {
    for (const account of accounts) await fixed.parking.replay('bank.balances', account, ana);
  };
  const written = Promise.all(accounts.map(write)).finally(() => {
    writing = false;
  });
  await Promise.all([
    written,
    ...followers.map((engine) => whileWriting(() => Promise.all(engine.consumers.map((one) => one.drain(50))))),
    whileWriting(replayAll),
    whileWriting(replayAll),
  ]);
  await settle(...followers);
  await replayAll();
  for (const account of accounts) expect(await rowOf(account)).toEqual({ balance: 40, entries: 40 });
}, 60_000);

it('keeps the rest fresh while one key is parked, and raises no alert', async () => {
  const [a, b] = [await open(), await open()];
  await settle(broken);
  await credit(a, 1, 'cursed');
  const measure = broken.chores.find(({ name }) => name === 'es.freshness');
  for (let round = 1; round <= 10; round += 1) {
    await Promise.all([credit(a, 1), credit(b, 1)]);
    await settle(broken);
    await measure?.run();
    expect((await rowOf(b))?.entries).toBe(round);
  }
  const { rows: fresh } = await pool.query(
    `select lag_ms <= objective_ms as fresh, lag_events from es.freshness where consumer = 'bank.balances'`,
  );
  expect(fresh).toEqual([{ fresh: true, lag_events: 0 }]);
  expect((await pool.query('select from es.alerts')).rowCount).toBe(0);
  expect(await rowOf(a)).toMatchObject({ entries: 0 });
  expect(await fixed.parking.replay('bank.balances', a, ana)).toEqual({ replayed: 11, left: 0, problem: null });
  expect(await rowOf(a)).toMatchObject({ entries: 11 });
});
