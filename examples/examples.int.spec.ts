import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type TestDatabase, type TestRedis, testDatabase, testRedis } from '@waybill/testing';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { shelvesTable } from './readme/shelf.ts';

let database: TestDatabase;
let redis: TestRedis;
beforeAll(async () => {
  [database, redis] = await Promise.all([testDatabase(), testRedis()]);
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  await owner.query(shelvesTable);
  await owner.end();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await redis.stop();
  await database.drop();
});
beforeEach(() => {
  vi.stubEnv('DATABASE_URL', database.url);
  vi.stubEnv('DATABASE_OWNER_URL', database.ownerUrl);
  vi.stubEnv('REDIS_URL', redis.url);
});

/** Each runs to its end, with its own assertions, when it is imported. */
const readmes = readdirSync(new URL('readme/', import.meta.url));

it('there are examples to run', () => expect(readmes.length).toBeGreaterThan(8));

it.each(readmes)('readme/%s does what the README says', async (name) => {
  await import(fileURLToPath(new URL(`readme/${name}`, import.meta.url)));
});

it('the bank moves money once, and refuses what is not there', async () => {
  const said: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((...words) => said.push(words.join(' ').trim()));
  await import('./bank.ts');
  log.mockRestore();
  expect(said).toEqual([
    'Deposit 100 accepted',
    'Transfer 30 accepted',
    'Transfer 80 rejected Send 70p or less.',
    'Ana has 70, Ben has 30.',
  ]);
});
