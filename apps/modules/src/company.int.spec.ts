import { createPool } from '@waybill/db';
import { createEngine, type Engine } from '@waybill/engine';
import { createEventStore } from '@waybill/event-store';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createModules } from './create-modules.ts';
import { invoiceHeldBack } from './fixtures/invoice-held-back.ts';
import { takeDemoCompany } from './take-demo-company.ts';

let database: TestDatabase;
let pool: Pool;
let engine: Engine;

beforeAll(async () => {
  database = await testDatabase();
  pool = createPool(database.url);
  engine = createEngine({
    pool,
    store: createEventStore(pool),
    modules: createModules({ pool, history: (...args) => engine.history(...args) }),
    masterKey: Buffer.alloc(32, 7),
  });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const settle = async () => {
  for (let idle = false; !idle; ) {
    const drained = await Promise.all(engine.consumers.map((consumer) => consumer.drain(1_000)));
    idle = drained.every(({ handled, caughtUp }) => handled === 0 && caughtUp);
  }
};

it('no invoice is issued while nobody knows who sells; once the page is filled in, it goes on by itself', async () => {
  const invoiceId = await invoiceHeldBack(engine.execute);
  await settle();
  expect(await engine.history(`invoice-${invoiceId}`)).toEqual([]);
  const waiting = await engine.processes.find('billing.held-back', 'main');
  expect(waiting?.waits.map(({ name }) => name)).toEqual(['company']);

  expect(await takeDemoCompany(engine.execute)).toBe(true);
  await settle();
  const { rows } = await pool.query('select number, company_version from billing.invoices where id = $1', [invoiceId]);
  const year = new Date().getFullYear();
  expect(rows).toEqual([{ number: `INV-${year}-000001`, company_version: 1 }]);
  expect((await engine.processes.find('billing.held-back', 'main'))?.waits).toEqual([]);
  expect(await takeDemoCompany(engine.execute)).toBe(false);
});
