import { createPool } from '@waybill/db';
import { createEngine, type Engine } from '@waybill/engine';
import { createEventStore } from '@waybill/event-store';
import { newId } from '@waybill/kernel';
import { createModules } from '@waybill/modules';
import {
  eventually,
  type SpawnedApp,
  spawnApp,
  type TestDatabase,
  type TestRedis,
  testDatabase,
  testRedis,
} from '@waybill/testing';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';

const masterKey = Buffer.alloc(32, 3);
const ana = { kind: 'user', id: 'ana', name: 'Ana' } as const;
const address = { line1: '1 High Street', city: 'London', postcode: 'N1 1AA', country: 'GB' };
const COMMANDS = 800;

let database: TestDatabase;
let redis: TestRedis;
let pool: Pool;
let engine: Engine;
const workers: SpawnedApp[] = [];

const startWorker = async (): Promise<SpawnedApp> => {
  const WAYBILL_MASTER_KEY = masterKey.toString('base64');
  const worker = await spawnApp('worker', { DATABASE_URL: database.url, REDIS_URL: redis.url, WAYBILL_MASTER_KEY });
  workers.push(worker);
  return worker;
};

beforeAll(async () => {
  [database, redis] = await Promise.all([testDatabase(), testRedis()]);
  pool = createPool(database.url);
  engine = createEngine({
    pool,
    store: createEventStore(pool),
    modules: createModules({ pool, history: (...args) => engine.history(...args) }),
    masterKey,
  });
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.kill('SIGKILL')));
  await pool.end();
  await redis.stop();
  await database.drop();
});

const progress = async (): Promise<Record<string, number>> => {
  const { rows } = await pool.query<{ status: string; count: number }>(
    'select status, count(*)::int as count from es.queued_commands group by status',
  );
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
};

it('a worker that is killed with kill -9 amid a long queue loses nothing and doubles nothing', async () => {
  const answer = await engine.enqueue(
    Array.from({ length: COMMANDS }, (_, n) => ({
      type: 'RegisterCustomer',
      data: { customerId: newId(), name: `Customer ${n}`, email: null, address },
      actor: ana,
    })),
    { batchId: newId() },
  );
  if (answer.kind === 'refused') throw new Error(answer.refusal.message);

  const first = await startWorker();
  await eventually(async () => expect((await progress()).accepted ?? 0).toBeGreaterThan(0), { within: 30_000 });
  await first.kill('SIGKILL');
  await startWorker();
  await eventually(async () => expect(await progress()).toEqual({ accepted: COMMANDS }), { within: 90_000 });

  const ids = answer.commands.map(({ commandId }) => commandId);
  const { rows } = await pool.query(
    `select count(*)::int as events, count(distinct command_id)::int as commands, count(distinct stream_id)::int as customers
     from es.events where type = 'CustomerRegistered' and command_id = any($1::uuid[])`,
    [ids],
  );
  expect(rows).toEqual([{ events: COMMANDS, commands: COMMANDS, customers: COMMANDS }]);
  const { rows: kept } = await pool.query('select from es.queued_commands where request is not null');
  expect(kept).toEqual([]);
});
