import { eventually, type TestDatabase, testDatabase } from '@waybill/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEventStore } from './create-event-store.ts';
import { anItem, aRefusal, aStream, someEvents, to } from './spec-items.ts';

const EVENTS = 4_000;
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** How often a table of the store was read as a whole, by anybody. */
const wholeReads = async () => {
  const { rows } = await database.pool.query<{ table: string; scans: string }>(
    `select relname as table, seq_scan as scans from pg_stat_user_tables
     where schemaname = 'es' and relname in ('events', 'streams', 'commands') order by relname`,
  );
  return Object.fromEntries(rows.map(({ table, scans }) => [table, Number(scans)]));
};
const reads = async () => {
  const { rows } = await database.pool.query<{ fetched: string }>(
    "select idx_scan as fetched from pg_stat_user_tables where schemaname = 'es' and relname = 'events'",
  );
  return Number(rows[0]?.fetched);
};

it('never reads a whole table, with plans that were made when it was empty', async () => {
  const store = createEventStore(database.pool);
  const before = await wholeReads();
  const useEverything = async () => {
    const stream = aStream();
    const item = anItem(to(stream, 'NO_STREAM', someEvents(1, 'Rare')));
    await store.append(item);
    await store.append(anItem(to(stream, 1)));
    await store.append(anItem(to(stream, 'ANY', 0)));
    await store.append(item);
    await store.refuse(aRefusal(stream));
    await store.outcome(item.command.commandId, item.command.requestHash);
    await store.load(stream);
    await store.feed(0, { limit: 10 });
    await store.feed(0, { types: ['Rare', 'Unheard'], limit: 10 });
    await store.watermark();
  };
  for (let use = 0; use < 10; use += 1) await useEverything();
  await Promise.all(Array.from({ length: EVENTS / 4 }, () => store.append(anItem(to(aStream(), 'ANY', 4)))));
  const readsBefore = await reads();
  await useEverything();

  // The server publishes its statistics within a second or so; both come from the same place, at the same time.
  await eventually(async () => (await reads()) > readsBefore);
  expect(await wholeReads()).toEqual(before);
});
