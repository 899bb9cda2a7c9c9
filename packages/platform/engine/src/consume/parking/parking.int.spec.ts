import { createPool } from '@waybill/db';
import { createEventStore } from '@waybill/event-store';
import { newId } from '@waybill/kernel';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Recorded } from '../../define/event.ts';
import type { Projection } from '../../define/projection.ts';
import { Account, balances, balancesTable, bank } from '../../fixtures/bank.ts';
import { createEngine, type Engine } from '../../index.ts';

const ana = { kind: 'user', id: 'ana', name: 'Ana' } as const;
let database: TestDatabase;
let pool: pg.Pool;

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

/** What the fold of the list of balances throws at; each test names its own. */
let poison: (event: Recorded) => boolean = () => false;
beforeEach(() => {
  poison = () => false;
});
const fragile: Projection = {
  ...balances,
  evolve(row, event, key) {
    if (poison(event)) throw new Error('no such reason');
    return (balances as Projection).evolve(row, event, key);
  },
};
const engineOn = (worker: string, projection: Projection = fragile): Engine =>
  createEngine({
    pool,
    store: createEventStore(pool),
    modules: [{ ...bank, aggregates: [Account], projections: [projection], processes: [] }],
    masterKey: Buffer.alloc(32, 7),
    worker,
  });

const open = async (engine: Engine): Promise<string> => {
  const accountId = newId();
  await engine.execute({ type: 'OpenAccount', data: { accountId, ownerId: accountId, owner: 'Ana' }, actor: ana });
  return accountId;
};
const credit = (engine: Engine, accountId: string, amount: number, reason = 'gift') =>
  engine.execute({ type: 'Credit', data: { accountId, amount, reason }, actor: ana });
const reasonIs = (reason: string) => (event: Recorded) => 'reason' in event.data && event.data.reason === reason;

const settle = async (...engines: readonly Engine[]) => {
  for (let quiet = 0; quiet < 2; ) {
    const consumers = engines.flatMap((engine) => engine.consumers.filter(({ kind }) => kind === 'projection'));
    const drained = await Promise.all(consumers.map((consumer) => consumer.drain(1_000)));
    quiet = drained.some(({ handled, caughtUp }) => handled > 0 || !caughtUp) ? 0 : quiet + 1;
    await new Promise((resolve) => setImmediate(resolve));
  }
};
const balanceOf = async (accountId: string): Promise<number | undefined> => {
  const { rows } = await pool.query('select balance from bank.balances where account_id = $1', [accountId]);
  return rows[0]?.balance;
};
const lettersOf = async (key: string) => {
  const { rows } = await pool.query(
    'select error, attempts, resolution from es.dead_letters where key = $1 order by position',
    [key],
  );
  return rows;
};

it('parks the key of an event that it cannot fold; the others go on', async () => {
  poison = reasonIs('cursed');
  const engine = engineOn('one');
  const [a, b] = [await open(engine), await open(engine)];
  await credit(engine, a, 1);
  await credit(engine, a, 2, 'cursed');
  await credit(engine, b, 5);
  await credit(engine, a, 3);
  await settle(engine);
  expect([await balanceOf(a), await balanceOf(b)]).toEqual([1, 5]);
  expect(await lettersOf(a)).toEqual([
    { error: 'no such reason', attempts: 3, resolution: null },
    { error: null, attempts: 0, resolution: null },
  ]);
});

it('knows in every worker what another has parked', async () => {
  poison = reasonIs('cursed');
  const [one, two] = [engineOn('one'), engineOn('two')];
  const a = await open(one);
  await settle(one, two);
  await credit(one, a, 1, 'cursed');
  await settle(one);
  poison = () => false;
  for (let round = 0; round < 5; round += 1) {
    await credit(two, a, 1);
    await settle(two, one);
  }
  expect(await balanceOf(a)).toBe(0);
  expect((await lettersOf(a)).map(({ error }) => error)).toEqual(['no such reason', null, null, null, null, null]);
});

it('parks what folds well and cannot be stored, and finds it within its batch', async () => {
  const engine = engineOn('one', {
    ...balances,
    evolve(row, event, key) {
      const folded = (balances as Projection).evolve(row, event, key);
      return poison(event) ? { ...folded, entries: 'many' } : folded;
    },
  });
  poison = reasonIs('cursed');
  const [a, b] = [await open(engine), await open(engine)];
  for (let round = 0; round < 5; round += 1) await credit(engine, b, 1);
  await credit(engine, a, 1, 'cursed');
  for (let round = 0; round < 5; round += 1) await credit(engine, b, 1);
  await settle(engine);
  expect([await balanceOf(a), await balanceOf(b)]).toEqual([0, 10]);
  expect((await lettersOf(a)).map(({ error }) => error)).toEqual([expect.stringMatching('invalid input syntax')]);
});
