import { type TestDatabase, testDatabase } from '@waybill/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEventStore } from './create-event-store.ts';
import { anItem, aStream, to } from './spec-items.ts';

let database: TestDatabase;
let owner: pg.Client;
beforeAll(async () => {
  database = await testDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await createEventStore(database.pool).append(anItem(to(aStream(), 'NO_STREAM')));
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const CHANGES = [
  "update es.events set type = 'Other'",
  'delete from es.events',
  'truncate es.events',
  'truncate es.events cascade',
];

describe.each(CHANGES)('%s', (change) => {
  it('is not allowed to the application', async () => {
    await expect(database.pool.query(change)).rejects.toMatchObject({ code: '42501' });
  });

  it('is refused to the owner', async () => {
    await expect(owner.query(change)).rejects.toMatchObject({
      code: '23001',
      hint: 'Correct a mistake by another event.',
    });
  });
});

it('keeps the application from changing what became of a command', async () => {
  await expect(database.pool.query("update es.commands set outcome = 'rejected'")).rejects.toMatchObject({
    code: '42501',
  });
  await expect(database.pool.query('delete from es.commands')).rejects.toMatchObject({ code: '42501' });
  await expect(database.pool.query('delete from es.streams')).rejects.toMatchObject({ code: '42501' });
});
