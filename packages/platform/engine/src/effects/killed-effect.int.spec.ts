import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createPool } from '@waybill/db';
import { createEventStore } from '@waybill/event-store';
import { newId } from '@waybill/kernel';
import { eventually, type TestDatabase, testDatabase } from '@waybill/testing';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bankWithMail } from '../fixtures/mail.ts';
import { createEngine } from '../index.ts';

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

it('a run whose worker is killed with kill -9 is run again under the same key, and then no more', async () => {
  const sent: string[] = [];
  const engine = createEngine({
    pool,
    store: createEventStore(pool),
    modules: [bankWithMail(async ({ idempotencyKey, attempt }) => void sent.push(`${idempotencyKey} ${attempt}`))],
    masterKey: Buffer.alloc(32, 7),
  });
  const data = { accountId: newId(), ownerId: newId(), owner: 'Ana' };
  await engine.execute({ type: 'OpenAccount', data, actor: { kind: 'user', id: 'ana', name: 'Ana' } });

  const fixture = fileURLToPath(new URL('../fixtures/hanging-effect.ts', import.meta.url));
  const worker = spawn(process.execPath, ['--import', 'tsx', fixture, database.url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [key] = await once(worker.stdout, 'data', { signal: AbortSignal.timeout(60_000) });
  worker.kill('SIGKILL');
  await once(worker, 'exit');

  const drain = () =>
    Promise.all(engine.consumers.filter(({ kind }) => kind === 'effect').map((one) => one.drain(500)));
  await eventually(
    async () => {
      await drain();
      expect(sent).toEqual([`${String(key).trim()} 2`]);
    },
    { within: 30_000 },
  );
  await drain();
  expect(sent).toHaveLength(1);
  const { rows } = await pool.query('select outcome, attempts from es.effect_runs');
  expect(rows).toEqual([{ outcome: 'succeeded', attempts: 2 }]);
});
