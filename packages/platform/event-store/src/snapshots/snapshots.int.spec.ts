import { type TestDatabase, testDatabase } from '@waybill/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEventStore } from '../create-event-store.ts';
import { anItem, aStream, to } from '../spec-items.ts';
import { createSnapshotStore } from './create-snapshot-store.ts';
import type { SnapshotStore } from './snapshot.ts';

let database: TestDatabase;
let snapshots: SnapshotStore;
beforeAll(async () => {
  database = await testDatabase();
  snapshots = createSnapshotStore(database.pool);
});
afterAll(() => database.drop());

/** A stream of so many events, and the position before its first. */
const written = async (count: number) => {
  const streamId = aStream();
  const result = await createEventStore(database.pool).append(anItem(to(streamId, 'NO_STREAM', count)));
  if (result.result !== 'appended') throw new Error(result.result);
  return { streamId, before: result.firstPosition - 1 };
};
const save = async (streamId: string, before: number, versions: readonly number[], schema = '1') => {
  for (const version of versions)
    await snapshots.save([
      { streamId, version, position: before + version, state: { version }, horizon: null, schema, keep: 3 },
    ]);
};
const versionsIn = async (streamId: string, schema = '1') => {
  const { rows } = await database.pool.query<{ version: number }>(
    'select version::integer from es.snapshots where stream_id = $1 and state_schema = $2 order by version desc',
    [streamId, schema],
  );
  return rows.map(({ version }) => version);
};

it('loads the newest snapshot and what came after it', async () => {
  const { streamId, before } = await written(10);
  await save(streamId, before, [3, 6]);
  const loaded = async (request: object) => {
    const { snapshot, tail } = await snapshots.load({ streamId, schema: '1', ...request });
    return [snapshot?.state ?? null, tail.map(({ version }) => version)];
  };
  const all = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  expect(await loaded({})).toEqual([{ version: 6 }, [7, 8, 9, 10]]);
  expect(await loaded({ toVersion: 8 })).toEqual([{ version: 6 }, [7, 8]]);
  expect(await loaded({ toVersion: 6 })).toEqual([{ version: 6 }, []]);
  expect(await loaded({ toVersion: 5 })).toEqual([{ version: 3 }, [4, 5]]);
  expect(await loaded({ toPosition: before + 4 })).toEqual([{ version: 3 }, [4]]);
  expect(await loaded({ toPosition: before + 2 })).toEqual([null, [1, 2]]);
  expect(await loaded({ snapshotUntil: 5 })).toEqual([{ version: 3 }, [4, 5, 6, 7, 8, 9, 10]]);
  expect(await loaded({ snapshotUntil: 0 })).toEqual([null, all]);
  expect(await loaded({ schema: '2' })).toEqual([null, all]);
  expect(await snapshots.load({ streamId: aStream(), schema: '1' })).toEqual({ snapshot: undefined, tail: [] });
});

it('keeps the last few, and saves none twice', async () => {
  const { streamId, before } = await written(8);
  await save(streamId, before, [1, 2, 3, 4, 5, 5]);
  expect(await versionsIn(streamId)).toEqual([5, 4, 3]);
  await snapshots.dropFrom(streamId, '1', 4);
  expect(await versionsIn(streamId)).toEqual([3]);
});

it('leaves another schema alone while older code may still be at work, and removes it later', async () => {
  const { streamId, before } = await written(8);
  await save(streamId, before, [2, 4], '1');
  await save(streamId, before, [4, 5], '2');
  expect(await versionsIn(streamId, '1')).toEqual([4, 2]);
  await database.pool.query("update es.snapshots set created_at = now() - interval '2 days' where state_schema = '1'");
  await save(streamId, before, [6], '2');
  expect(await versionsIn(streamId, '1')).toEqual([]);
  expect(await versionsIn(streamId, '2')).toEqual([6, 5, 4]);
});
