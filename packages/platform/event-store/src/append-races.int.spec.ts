import { createPool } from '@waybill/db';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEventStore } from './create-event-store.ts';
import type { EventStore } from './event-store.ts';
import { anItem, aRefusal, aStream, to } from './spec-items.ts';

/** Several processes, as far as the store can tell: each with its own batcher and connections. */
const PROCESSES = 4;
let database: TestDatabase;
let pools: Pool[];
let stores: EventStore[];
beforeAll(async () => {
  database = await testDatabase();
  pools = Array.from({ length: PROCESSES }, () => createPool(database.url, { max: 4 }));
  stores = pools.map((pool) => createEventStore(pool));
});
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  await database.drop();
});

const everywhere = <T>(work: (store: EventStore, process: number) => Promise<T>) => Promise.all(stores.map(work));
const count = (answers: readonly { readonly result: string }[], result: string) =>
  answers.filter((answer) => answer.result === result).length;

describe('processes that race', () => {
  it('with the same command: one appends, the others learn its outcome', async () => {
    for (let round = 0; round < 30; round += 1) {
      const item = anItem(to(aStream(), round % 2 === 0 ? 'NO_STREAM' : 'ANY', 2));
      const answers = await everywhere((store) => store.append(item));
      expect([count(answers, 'appended'), count(answers, 'duplicate')]).toEqual([1, PROCESSES - 1]);
      expect(await stores[0]?.load(item.command.streamId)).toHaveLength(2);
    }
  });

  it('with an acceptance and a refusal of the same command: there is one outcome for all', async () => {
    for (let round = 0; round < 30; round += 1) {
      const refusal = aRefusal(aStream());
      const item = { command: refusal.command, streams: [to(refusal.command.streamId, 'ANY')] };
      await everywhere<unknown>((store, n) => (n % 2 === 0 ? store.append(item) : store.refuse(refusal)));
      const { commandId, requestHash, streamId } = item.command;
      const outcome = await stores[0]?.outcome(commandId, requestHash);
      const accepted = typeof outcome === 'object' && outcome.outcome === 'accepted';
      expect(await stores[0]?.load(streamId)).toHaveLength(accepted ? 1 : 0);
    }
  });

  it('for the same version: one wins', async () => {
    const stream = aStream();
    for (let version = 0; version < 30; version += 1) {
      const answers = await everywhere((store) => store.append(anItem(to(stream, version))));
      expect([count(answers, 'appended'), count(answers, 'conflict')]).toEqual([1, PROCESSES - 1]);
    }
  });

  it('for streams in any order and number: no deadlock, no gap, every answer true', async () => {
    const streams = Array.from({ length: 6 }, () => aStream());
    const pick = () => streams.filter(() => Math.random() < 0.4).sort(() => Math.random() - 0.5);
    const appended = await everywhere(async (store) => {
      const answers = await Promise.all(
        Array.from({ length: 150 }, () => {
          const [first = aStream(), ...more] = pick();
          return store.append(anItem(to(first, 'ANY'), ...more.map((stream) => to(stream, 'ANY'))));
        }),
      );
      return answers.flatMap((answer) => (answer.result === 'appended' ? answer.events : []));
    });
    const deadlocks = await database.pool.query(
      'select deadlocks::int from pg_stat_database where datname = current_database()',
    );
    expect(deadlocks.rows).toEqual([{ deadlocks: 0 }]);
    for (const stream of streams) {
      const told = appended.flat().filter(({ streamId }) => streamId === stream);
      const stored = await stores[0]?.load(stream);
      expect(told.sort((a, b) => a.version - b.version)).toEqual(stored);
      expect(stored?.map(({ version }) => version)).toEqual(told.map((_, index) => index + 1));
    }
  });
});

describe('the callers of one process', () => {
  it('keep their order on one stream, and build on each other without a conflict', async () => {
    const stream = aStream();
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, version) => stores[0]?.append(anItem(to(stream, version)))),
    );
    expect(answers.every((answer) => answer?.result === 'appended')).toBe(true);
  });

  it('get their answers although the connection is cut off in the middle', async () => {
    const [store] = stores;
    if (store === undefined) throw new Error('no store');
    const items = Array.from({ length: 600 }, () => anItem(to(aStream(), 'NO_STREAM')));
    const cut = () =>
      database.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where query like '%es.append(%' and pid <> pg_backend_pid() and datname = current_database()`,
      );
    const answers = [];
    // Every third batch loses its connections on the way, however slow the machine is.
    for (let start = 0; start < items.length; start += 20) {
      const appends = items.slice(start, start + 20).map((item) => store.append(item));
      if ((start / 20) % 3 === 0) await cut();
      answers.push(...(await Promise.all(appends)));
    }
    expect(answers.every(({ result }) => result === 'appended' || result === 'duplicate')).toBe(true);
    const loaded = await Promise.all(items.map(({ command }) => store.load(command.streamId)));
    expect(loaded.every((events) => events.length === 1)).toBe(true);
  });
});
