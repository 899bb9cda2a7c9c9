import { createPool } from '@waybill/db';
import { createEventStore } from '@waybill/event-store';
import { newId } from '@waybill/kernel';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bank } from '../fixtures/bank.ts';
import { createEngine, type Engine } from '../index.ts';

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

const engine = (): Engine =>
  createEngine({ pool, store: createEventStore(pool), modules: [bank], masterKey: Buffer.alloc(32, 7) });
const send = (to: Engine, type: string, accountId: string, more: object = {}, commandId = newId()) =>
  to.execute({ type, data: { accountId, ...more }, actor: ana, commandId });
const opened = async (to: Engine): Promise<string> => {
  const id = newId();
  await send(to, 'OpenAccount', id, { ownerId: id, owner: 'Ana' });
  return id;
};
const gift = { amount: 1, reason: 'gift' };
const times = <T>(count: number, one: (index: number) => T): T[] => Array.from({ length: count }, (_, n) => one(n));

/** What stands in the stream: versions without a gap, commits it took, and the sum. */
const written = async (id: string) => {
  const { rows } = await pool.query(
    `select count(*)::int as events, max(version)::int as newest, count(distinct recorded_at)::int as commits,
       sum(case type when 'Credited' then 1 when 'Debited' then -1 else 0 end * coalesce((data ->> 'amount')::int, 0))::int as balance
     from es.events where stream_id = $1`,
    [`account-${id}`],
  );
  return rows[0];
};

it('commands for one stream share commits: each is decided upon what the ones before it will leave', async () => {
  const one = engine();
  const id = await opened(one);
  const outcomes = await Promise.all(times(100, () => send(one, 'Credit', id, gift)));
  expect(outcomes.map((outcome) => outcome.status === 'accepted' && outcome.version)).toEqual(times(100, (n) => n + 2));
  const { events, newest, balance, commits } = await written(id);
  expect({ events, newest, balance }).toEqual({ events: 101, newest: 101, balance: 100 });
  expect(commits).toBeLessThan(30);
});

it('an account is never overdrawn, however many draw on it from two processes, repeats and newcomers among them', async () => {
  const [one, two] = [engine(), engine()];
  const id = await opened(one);
  await Promise.all(times(30, () => send(one, 'Credit', id, gift)));
  const ids = times(40, () => newId());
  const outcomes = await Promise.all(
    times(120, (n) => send(n % 2 ? one : two, 'Debit', id, { amount: 1 }, ids[n % ids.length])),
  );
  const accepted = new Set(outcomes.filter(({ status }) => status === 'accepted').map(({ commandId }) => commandId));
  const refused = new Set(outcomes.filter(({ status }) => status === 'rejected').map(({ commandId }) => commandId));
  expect([accepted.size, refused.size]).toEqual([30, 10]);
  expect(await written(id)).toMatchObject({ events: 61, newest: 61, balance: 0 });
});

it('what others wrote meanwhile breaks what was decided without it, and all is decided again', async () => {
  const [one, two] = [engine(), engine()];
  const id = await opened(one);
  await send(two, 'Credit', id, gift);
  // The first engine still believes in version 1, and promises ten commands upon it.
  const outcomes = await Promise.all(times(10, () => send(one, 'Debit', id, { amount: 1 })));
  expect(outcomes.filter(({ status }) => status === 'accepted').length).toBe(1);
  expect(await written(id)).toMatchObject({ events: 3, newest: 3, balance: 0 });
});

it('what holds in any order is appended without conflicts, by any number of processes', async () => {
  const engines = [engine(), engine(), engine()];
  const id = await opened(engines[0] as Engine);
  const outcomes = await Promise.all(
    times(300, (n) => send(engines[n % 3] as Engine, n % 10 ? 'Receive' : 'Credit', id, gift)),
  );
  expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(['accepted']));
  expect(await written(id)).toMatchObject({ events: 301, newest: 301, balance: 300 });
  const more = await Promise.all(engines.map((one) => send(one, 'Debit', id, { amount: 100 })));
  expect(more.map(({ status }) => status)).toEqual(['accepted', 'accepted', 'accepted']);
  expect(await send(engines[1] as Engine, 'Debit', id, { amount: 1 })).toMatchObject({
    refusal: { code: 'TooLittle' },
  });
});

it('money for an account that is not open is refused', async () => {
  expect(await send(engine(), 'Receive', newId(), { amount: 1 })).toMatchObject({ refusal: { code: 'NotOpen' } });
});
