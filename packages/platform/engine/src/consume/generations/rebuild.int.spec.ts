import { createPool, livePool } from '@waybill/db';
import { createEventStore } from '@waybill/event-store';
import { newId } from '@waybill/kernel';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Projection } from '../../define/projection.ts';
import { Account, type BalanceRow, balances, balancesTable, bank } from '../../fixtures/bank.ts';
import { type Comparison, createEngine, type Engine, liveTables } from '../../index.ts';

const ana = { kind: 'user', id: 'ana', name: 'Ana' } as const;
let database: TestDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  database = await testDatabase();
  pool = createPool(database.url);
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  await owner.query(balancesTable);
  await owner.query('create index balances_by_balance on bank.balances (balance) where entries > 0');
  await owner.end();
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const engineOf = (worker: string, projection: Projection = balances as Projection): Engine =>
  createEngine({
    pool,
    store: createEventStore(pool),
    modules: [{ ...bank, aggregates: [Account], projections: [projection], processes: [] }],
    masterKey: Buffer.alloc(32, 7),
    worker,
    onTrouble(trouble) {
      throw new Error(JSON.stringify(trouble));
    },
  });
const open = async (engine: Engine): Promise<string> => {
  const accountId = newId();
  await engine.execute({ type: 'OpenAccount', data: { accountId, ownerId: accountId, owner: 'Ana' }, actor: ana });
  return accountId;
};
const credit = (engine: Engine, accountId: string, amount: number) =>
  engine.execute({ type: 'Credit', data: { accountId, amount, reason: 'gift' }, actor: ana });
const drain = (engine: Engine) =>
  Promise.all(engine.consumers.filter(({ kind }) => kind === 'projection').map((consumer) => consumer.drain(1_000)));
const settle = async (...engines: readonly Engine[]) => {
  for (let quiet = 0; quiet < 2; ) {
    const drained = (await Promise.all(engines.map(drain))).flat();
    quiet = drained.some(({ handled, caughtUp }) => handled > 0 || !caughtUp) ? 0 : quiet + 1;
    await new Promise((resolve) => setImmediate(resolve));
  }
};
const generations = async () =>
  (
    await pool.query<{ version: number; status: string; table_name: string; comparison: Comparison | null }>(
      `select version, status, table_name, comparison from es.generations where projection = 'bank.balances' order by generation`,
    )
  ).rows;
const newest = async () => {
  const last = (await generations()).at(-1);
  if (!last) throw new Error('There is no generation');
  return last;
};
/** The balances as a reader of this version sees them. */
const read = async (projection: Projection = balances as Projection) => {
  const reader = livePool(
    pool,
    liveTables(pool, () => [projection]),
  );
  const { rows } = await reader.query<{ account_id: string; balance: number; entries: number }>(
    'select account_id, balance, entries from bank.balances order by account_id',
  );
  return rows;
};

it('fills a new generation beside the live one, compares the two, and swaps', async () => {
  const engine = engineOf('one');
  const accounts = await Promise.all(Array.from({ length: 20 }, () => open(engine)));
  await Promise.all(accounts.map((account) => credit(engine, account, 5)));
  await settle(engine);
  const before = await read();
  expect(before).toHaveLength(20);

  await engine.rebuilds.start('bank.balances', ana);
  await credit(engine, accounts[0] ?? '', 7);
  await settle(engine);

  expect(await generations()).toMatchObject([
    { status: 'retired', table_name: 'balances' },
    { status: 'live', comparison: { equal: true, rowsBefore: 20, rowsAfter: 20, differing: 0, keys: [] } },
  ]);
  const expected = before.map((row) =>
    row.account_id === accounts[0] ? { ...row, balance: row.balance + 7, entries: row.entries + 1 } : row,
  );
  expect(await read()).toEqual(expected);

  // What comes later goes to the new rows alone, and they have the indexes of the old.
  await credit(engine, accounts[1] ?? '', 1);
  await settle(engine);
  const { rows: old } = await pool.query('select sum(balance)::int as sum from bank.balances');
  expect((await read()).reduce((sum, { balance }) => sum + balance, 0)).toBe(old[0].sum + 1);
  const { rows: indexes } = await pool.query(
    `select indexdef from pg_indexes where schemaname = 'bank' and tablename = $1 order by 1`,
    [(await newest()).table_name],
  );
  expect(indexes.map(({ indexdef }) => indexdef.replace(/^.* USING /, ''))).toEqual([
    'btree (balance) WHERE (entries > 0)',
    'btree (account_id)',
  ]);
});

it('is blocked by a difference, which it names, until a person accepts it or gives it up', async () => {
  const engine = engineOf('one');
  const account = await open(engine);
  await settle(engine);
  const { table_name: live } = await newest();
  await pool.query(`update bank.${live} set balance = 1000 where account_id = $1`, [account]);

  await engine.rebuilds.start('bank.balances', ana);
  await settle(engine);
  expect(await newest()).toMatchObject({
    status: 'blocked',
    comparison: { equal: false, differing: 1, keys: [account] },
  });
  expect((await read()).find(({ account_id }) => account_id === account)?.balance).toBe(1000);

  expect(await engine.rebuilds.cancel('bank.balances')).toBe(true);
  expect(await newest()).toMatchObject({ status: 'cancelled' });
  expect(await engine.rebuilds.cancel('bank.balances')).toBe(false);

  await engine.rebuilds.start('bank.balances', ana, { acceptDifferences: true });
  await settle(engine);
  expect(await newest()).toMatchObject({ status: 'live', comparison: { equal: false, keys: [account] } });
  expect((await read()).find(({ account_id }) => account_id === account)?.balance).toBe(0);
});

it('leaves a worker that still holds the old rows for live nothing to write', async () => {
  const [swapping, stale] = [engineOf('swapping'), engineOf('stale')];
  const account = await open(stale);
  await settle(stale);
  const { table_name: old } = await newest();
  await swapping.rebuilds.start('bank.balances', ana);
  await settle(swapping);
  expect(await newest()).toMatchObject({ status: 'live', comparison: { equal: true } });

  await credit(stale, account, 3);
  await Promise.all([drain(stale), drain(stale)]);
  await settle(stale, swapping);
  const { rows } = await pool.query(`select balance from bank.${old} where account_id = $1`, [account]);
  expect(rows).toEqual([{ balance: 0 }]);
  expect((await read()).find(({ account_id }) => account_id === account)).toMatchObject({ balance: 3, entries: 1 });
});

it('frees the rows of generations that nobody reads any more', async () => {
  const engine = engineOf('one');
  await pool.query(
    `update es.generations set retired_at = now() - interval '1 hour', finished_at = now() - interval '1 hour'`,
  );
  for (const chore of engine.chores) if (chore.name === 'es.generations') await chore.run();
  const { rows } = await pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'bank' order by 1`,
  );
  const { table_name: live } = await newest();
  expect(rows.map(({ name }) => name)).toEqual(['balances', live]);
  expect((await pool.query('select from bank.balances')).rowCount).toBe(0);
  expect((await read()).length).toBeGreaterThan(20);
});

it('builds the rows of a changed version by itself, while the older one goes on with its own', async () => {
  const doubled: Projection = {
    ...(balances as Projection),
    version: 2,
    evolve(row, event, key) {
      const folded = (balances as Projection).evolve(row, event, key) as BalanceRow | undefined;
      if (!folded || event.type === 'AccountOpened') return folded;
      return { ...folded, entries: folded.entries + 1 };
    },
  };
  const [oldCode, newCode] = [engineOf('old'), engineOf('new', doubled)];
  const account = await open(oldCode);
  await credit(oldCode, account, 1);
  await settle(oldCode);
  const of = (rows: Awaited<ReturnType<typeof read>>) => rows.find(({ account_id }) => account_id === account);
  expect(of(await read(doubled)), 'rows of the older version, until there are own ones').toMatchObject({ entries: 1 });

  await settle(oldCode, newCode);
  await Promise.all([credit(oldCode, account, 1), credit(newCode, account, 1)]);
  await settle(oldCode, newCode);
  expect(of(await read())).toMatchObject({ balance: 3, entries: 3 });
  expect(of(await read(doubled))).toMatchObject({ balance: 3, entries: 6 });
  expect((await generations()).filter(({ status }) => status === 'live')).toMatchObject([
    { version: 1 },
    { version: 2, comparison: null },
  ]);
  expect((await oldCode.rebuilds.states())[0]?.live?.version).toBe(1);
  expect((await newCode.rebuilds.states())[0]).toMatchObject({ version: 2, live: { version: 2, progress: 1 } });
});
