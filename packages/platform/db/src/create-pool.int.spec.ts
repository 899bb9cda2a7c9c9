import { type TestDatabase, testDatabase } from '@waybill/testing';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPool } from './create-pool.ts';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await testDatabase();
  pool = createPool(database.url, { max: 1, idleInTransactionTimeout: 50 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

it('outlives a connection that is ended while somebody has it, who hears so from the next statement', async () => {
  const client = await pool.connect();
  await client.query('begin');
  const ended = new Promise((resolve) => client.once('end', resolve));
  // Nothing is asked of it for too long: the server ends it, and an error arrives that no statement waits for.
  await ended;
  await expect(client.query('select 1')).rejects.toThrow();
  client.release();
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});
