import { numberTypes } from '@waybill/db';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendBatch } from './append-batch.ts';
import { createEventStore } from './create-event-store.ts';
import type { EventStore } from './event-store.ts';
import { anItem, aStream, someEvents, to } from './spec-items.ts';

let database: TestDatabase;
let store: EventStore;
beforeEach(async () => {
  database = await testDatabase();
  store = createEventStore(database.pool);
});
afterEach(() => database.drop());

const positions = async (after: number, types?: readonly string[], limit = 100) =>
  (await store.feed(after, { limit, ...(types && { types }) })).events.map(({ position }) => position);

/** A transaction that has appended and not committed. */
const openWriter = async () => {
  const client = new pg.Client({ connectionString: database.url, types: numberTypes });
  await client.connect();
  await client.query('begin');
  await appendBatch(client, [anItem(to(aStream(), 'NO_STREAM'))]);
  return client;
};

describe('the feed', () => {
  it('is empty in an empty log', async () => {
    expect(await store.feed(0, { limit: 10 })).toEqual({ events: [], watermark: 0 });
    expect(await store.watermark()).toBe(0);
  });

  it('gives the log in its order, page by page', async () => {
    const stream = aStream();
    await store.append(anItem(to(stream, 'ANY', 3)));
    await store.append(anItem(to(aStream(), 'ANY', 2)));
    expect(await positions(0)).toEqual([1, 2, 3, 4, 5]);
    expect(await positions(3, undefined, 1)).toEqual([4]);
    expect(await positions(5)).toEqual([]);
    expect((await store.feed(0, { limit: 3 })).events).toEqual(await store.load(stream));
  });

  it('gives the events of some types, in the order of the log', async () => {
    const append = (type: string) => store.append(anItem(to(aStream(), 'ANY', someEvents(2, type))));
    for (const type of ['Placed', 'Paid', 'Shipped', 'Placed']) await append(type);
    expect(await positions(0, ['Shipped', 'Placed'])).toEqual([1, 2, 5, 6, 7, 8]);
    expect(await positions(1, ['Shipped', 'Placed', 'Unheard'], 3)).toEqual([2, 5, 6]);
    expect(await positions(0, ['Paid', 'Shipped', 'Paid'])).toEqual([3, 4, 5, 6]);
    expect(await store.feed(0, { types: [], limit: 10 })).toEqual({ events: [], watermark: 8 });
  });

  it('waits before an open transaction, whatever committed after it', async () => {
    await store.append(anItem(to(aStream(), 'ANY')));
    const writer = await openWriter();
    await store.append(anItem(to(aStream(), 'ANY')));
    expect([await positions(0), await store.watermark()]).toEqual([[1], 1]);
    await writer.query('commit');
    expect([await positions(0), await store.watermark()]).toEqual([[1, 2, 3], 3]);
    await writer.end();
  });

  it('goes over positions that were rolled back, and never stands on one', async () => {
    await store.append(anItem(to(aStream(), 'ANY')));
    const writer = await openWriter();
    await writer.query('rollback');
    await writer.end();
    expect(await store.watermark()).toBe(1);
    await store.append(anItem(to(aStream(), 'ANY')));
    expect([await positions(0), await store.watermark()]).toEqual([[1, 3], 3]);
  });

  it('is not held back by writers of another database of the same server', async () => {
    const other = await testDatabase();
    const client = new pg.Client({ connectionString: other.url });
    await client.connect();
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock_shared(es.fence_key(0))');
    await store.append(anItem(to(aStream(), 'ANY')));
    expect(await store.watermark()).toBe(1);
    await client.end();
    await other.drop();
  });

  it('refuses to be read in an isolation level in which it would lose events', async () => {
    const client = await database.pool.connect();
    await client.query('begin isolation level repeatable read');
    await expect(client.query('select * from es.feed(0, null, 10)')).rejects.toThrow('READ COMMITTED');
    client.release(true);
  });
});

describe('a load', () => {
  it('gives a part of a stream, and nothing of a stream that is not there', async () => {
    const stream = aStream();
    await store.append(anItem(to(stream, 'ANY', 5)));
    const versions = async (fromVersion?: number, toVersion?: number) =>
      (await store.load(stream, { ...(fromVersion && { fromVersion }), ...(toVersion && { toVersion }) })).map(
        (event) => event.version,
      );
    const loads = [versions(), versions(3), versions(undefined, 2), versions(2, 4), versions(6)];
    expect(await Promise.all(loads)).toEqual([[1, 2, 3, 4, 5], [3, 4, 5], [1, 2], [2, 3, 4], []]);
    expect(await store.load(aStream())).toEqual([]);
  });

  it('that cannot be fails alone', async () => {
    const stream = aStream();
    await store.append(anItem(to(stream, 'ANY')));
    const [good, bad] = await Promise.allSettled([store.load(stream), store.load('order-\u0000')]);
    expect([good.status, bad.status]).toEqual(['fulfilled', 'rejected']);
  });
});
