import { createPool } from '@waybill/db';
import { createEventStore } from '@waybill/event-store';
import { newId } from '@waybill/kernel';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Account, balances, balancesTable, bank } from '../../fixtures/bank.ts';
import { createEngine, defineProjection, type Engine, type Projection } from '../../index.ts';

const ana = { kind: 'user', id: 'ana', name: 'Ana' } as const;
let database: TestDatabase;
let pool: pg.Pool;

/** In shards, and with rows that go: an account with nothing on it is not listed. */
const listed = defineProjection({
  ...balances,
  shards: 3,
  evolve: (row: { balance: number } | undefined, event, key) => {
    const open = row ?? { accountId: key, owner: null, balance: 0, entries: 0 };
    const next = (balances as Projection).evolve(open, event, key) as { balance: number } | undefined;
    return next && next.balance !== 0 ? next : undefined;
  },
});

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

const engineOf = (): Engine =>
  createEngine({
    pool,
    store: createEventStore(pool),
    modules: [{ ...bank, aggregates: [Account], projections: [listed], processes: [] }],
    masterKey: Buffer.alloc(32, 7),
  });
const drain = (engine: Engine) =>
  Promise.all(engine.consumers.filter(({ kind }) => kind === 'projection').map((consumer) => consumer.drain(500)));

const step = fc.record({
  account: fc.nat(5),
  amount: fc.integer({ min: -9, max: 9 }).filter((amount) => amount !== 0),
  /** Which worker looks after it, if any. */
  drains: fc.constantFrom(undefined, 0, 1),
});

it('live rows are rebuilt rows, after any history and however the work was shared', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), fc.nat(24), async (steps, rebuiltAt) => {
      const engines = [engineOf(), engineOf()] as const;
      const accounts = Array.from({ length: 6 }, newId);
      const send = (type: string, data: object) => engines[0].execute({ type, data: { ...data }, actor: ana });
      for (const accountId of accounts) await send('OpenAccount', { accountId, ownerId: accountId, owner: 'Ana' });
      let generation: number | undefined;
      for (const [index, { account, amount, drains }] of steps.entries()) {
        const accountId = accounts[account];
        await send(amount > 0 ? 'Credit' : 'Debit', { accountId, amount: Math.abs(amount), reason: '' });
        if (index === rebuiltAt % steps.length) generation = await engines[0].rebuilds.start('bank.balances', ana);
        if (drains !== undefined) await drain(engines[drains]);
      }
      for (;;) {
        await Promise.all(engines.map(drain));
        const [state] = await engines[0].rebuilds.states();
        if (state?.rebuild?.status === 'building') continue;
        expect(state?.live).toMatchObject({ generation, comparison: { equal: true, differing: 0, keys: [] } });
        break;
      }
    }),
    { numRuns: 6 },
  );
}, 120_000);
