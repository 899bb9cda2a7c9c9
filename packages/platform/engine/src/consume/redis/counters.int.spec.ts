import { createPool } from '@waybill/db';
import { createEventStore } from '@waybill/event-store';
import { newId } from '@waybill/kernel';
import { type TestDatabase, type TestRedis, testDatabase, testRedis } from '@waybill/testing';
import { Redis } from 'ioredis';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { Account, bank, events } from '../../fixtures/bank.ts';
import { type Consumer, createCounterReader, createEngine, defineCounters, type Engine } from '../../index.ts';
import type { RedisPort } from './redis-port.ts';

const ana = { kind: 'user', id: 'ana', name: 'Ana' } as const;
let database: TestDatabase;
let server: TestRedis;
let redis: Redis;
let pool: pg.Pool;

beforeAll(async () => {
  [database, server] = await Promise.all([testDatabase(), testRedis()]);
  pool = createPool(database.url);
  redis = new Redis(server.url);
});
afterAll(async () => {
  redis.disconnect();
  await pool.end();
  await server.stop();
  await database.drop();
});

let poison: string | undefined;
afterEach(() => {
  poison = undefined;
});
interface Held {
  readonly id: string;
  readonly balance: number;
}
const holdings = defineCounters({
  name: 'bank.holdings',
  version: 1,
  events: [events.AccountOpened, events.Credited, events.Debited],
  freshness: 1_000,
  keys: ({ id }) => [id],
  evolve: (row: Held | undefined, event, id): Held | undefined => {
    if (event.type === 'AccountOpened') return { id, balance: 0 };
    if (event.type === 'Credited' && event.data.reason === poison) throw new Error(`what is ${poison}?`);
    if (!row) return row;
    return { id, balance: row.balance + (event.type === 'Credited' ? 1 : -1) * event.data.amount };
  },
  counts: ({ balance }) => ({ accounts: 1, balance, ...(balance >= 100 ? { rich: 1 } : {}) }),
});
const engineOn = (worker: string): Engine =>
  createEngine({
    pool,
    store: createEventStore(pool),
    modules: [{ ...bank, aggregates: [Account], projections: [], processes: [], counters: [holdings] }],
    masterKey: Buffer.alloc(32, 7),
    counterStore: redis,
    worker,
  });
const consumerOf = (engine: Engine): Consumer => {
  const consumer = engine.consumers.find(({ name }) => name === 'bank.holdings');
  if (!consumer) throw new Error('nobody counts');
  return consumer;
};
const settle = async (...engines: readonly Engine[]) => {
  for (let quiet = 0; quiet < 2; ) {
    const drained = await Promise.all(engines.map((engine) => consumerOf(engine).drain(1_000)));
    const idle =
      drained.some(({ busy }) => !busy) &&
      drained.every(({ handled, busy, caughtUp }) => !handled && (busy || caughtUp));
    quiet = idle ? quiet + 1 : 0;
    await new Promise((resolve) => setImmediate(resolve));
  }
};
const open = async (engine: Engine): Promise<string> => {
  const accountId = newId();
  await engine.execute({ type: 'OpenAccount', data: { accountId, ownerId: accountId, owner: 'Ana' }, actor: ana });
  return accountId;
};
const credit = (engine: Engine, accountId: string, amount: number, reason = 'gift') =>
  engine.execute({ type: 'Credit', data: { accountId, amount, reason }, actor: ana });
const read = async () => {
  const found = await createCounterReader(redis, (error) => {
    throw error;
  })(holdings);
  return found && { ...found, counts: Object.fromEntries(found.counts) };
};
const counts = async () => (await read())?.counts;
const parked = async (key: string) =>
  (await pool.query('select error, resolution from es.dead_letters where key = $1 order by position', [key])).rows;

it('keeps sums up to date, each event counted once, whoever else is counting', async () => {
  const [one, two] = [engineOn('one'), engineOn('two')];
  const accounts = await Promise.all(Array.from({ length: 5 }, () => open(one)));
  const writes = accounts.flatMap((account) => Array.from({ length: 30 }, (_, index) => credit(one, account, index)));
  let writing = true;
  const written = Promise.all(writes).finally(() => {
    writing = false;
  });
  const drainAll = async () => {
    while (writing) await Promise.all([one, two, one].map((engine) => consumerOf(engine).drain(20)));
  };
  await Promise.all([written, drainAll()]);
  await settle(one, two);
  expect(await counts()).toEqual({ accounts: 5, balance: 5 * 435, rich: 5 });
}, 30_000);

it('counts anew by itself when Redis has lost everything, and says until where it is not complete', async () => {
  const [one, two] = [engineOn('one'), engineOn('two')];
  await settle(one, two);
  const before = await read();
  await server.wipe();
  expect(await read()).toBeUndefined();
  await settle(one, two);
  const after = await read();
  expect(after?.counts).toEqual(before?.counts);
  expect(after).toMatchObject({ position: before?.position, target: before?.position });
});

it('says that they could not be read, and answers as if there were none', async () => {
  await settle(engineOn('one'));
  const failures: unknown[] = [];
  const failing: RedisPort = {
    status: 'ready',
    eval: () => Promise.reject(new Error('no script')),
    hmget: redis.hmget,
  };
  expect(await createCounterReader(failing, (error) => failures.push(error))(holdings)).toBeUndefined();
  expect(failures).toEqual([new Error('no script')]);
});

it('follows data that is ahead of its checkpoint, because a worker died between the two', async () => {
  const [one, two] = [engineOn('one'), engineOn('two')];
  const account = await open(one);
  await settle(one);
  const { rows } = await pool.query(`select position from es.checkpoints where consumer = 'bank.holdings'`);
  await credit(one, account, 7);
  await settle(one);
  const expected = await counts();
  await pool.query(
    `update es.checkpoints set position = $1, owned_until = '-infinity' where consumer = 'bank.holdings'`,
    [rows[0].position],
  );
  await settle(two, one);
  expect(await counts()).toEqual(expected);
});

it('trusts no data that is behind its checkpoint: an old copy of Redis came back', async () => {
  const one = engineOn('one');
  const account = await open(one);
  await settle(one);
  const expected = await counts();
  const meta = '{waybill:counters:bank.holdings:1:0}:meta';
  await redis.hset(meta, 'position', 1);
  await redis.hset('{waybill:counters:bank.holdings:1:0}:counts', 'balance', 1_000_000);
  await settle(one);
  expect(await counts()).toEqual(expected);
  await credit(one, account, 1);
  await settle(one);
  expect((await counts())?.balance).toBe((expected?.balance ?? 0) + 1);
});

it('parks a key that it cannot count, and counts anew when that is replayed', async () => {
  const one = engineOn('one');
  await settle(one);
  const before = await counts();
  const account = await open(one);
  await credit(one, account, 1, 'cursed');
  await credit(one, account, 2);
  poison = 'cursed';
  await settle(one);
  expect(await counts()).toEqual({ ...before, accounts: (before?.accounts ?? 0) + 1 });
  expect(await parked(account)).toMatchObject([{ error: 'what is cursed?' }, { error: null }]);
  poison = undefined;
  expect(await one.parking.replay('bank.holdings', account, ana)).toEqual({ replayed: 2, left: 0, problem: null });
  await settle(one);
  expect(await counts()).toEqual({
    ...before,
    accounts: (before?.accounts ?? 0) + 1,
    balance: (before?.balance ?? 0) + 3,
  });
});

it('stands still while Redis is away, without an error, and goes on', async () => {
  const away = new Redis(server.url, { lazyConnect: true });
  const engine = createEngine({
    pool,
    store: createEventStore(pool),
    modules: [{ ...bank, aggregates: [Account], projections: [], processes: [], counters: [holdings] }],
    masterKey: Buffer.alloc(32, 7),
    counterStore: away,
    worker: 'away',
  });
  const before = await counts();
  await open(engine);
  expect(await consumerOf(engine).drain(100)).toMatchObject({ handled: 0, busy: true });
  await away.connect();
  await settle(engine);
  expect((await counts())?.accounts).toBe((before?.accounts ?? 0) + 1);
  away.disconnect();
});
