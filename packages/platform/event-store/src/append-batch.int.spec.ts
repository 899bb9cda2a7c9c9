import { newId } from '@waybill/kernel';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendBatch } from './append-batch.ts';
import { newChain } from './chain.ts';
import { createEventStore } from './create-event-store.ts';
import { aCommand, anItem, aRefusal, aStream, someEvents, to } from './spec-items.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const results = (answers: readonly { readonly result: string }[]) => answers.map(({ result }) => result);

describe('a batch', () => {
  it('applies its items in order: later ones see what earlier ones did', async () => {
    const stream = aStream();
    const items = [
      anItem(to(stream, 'NO_STREAM', 2)),
      anItem(to(stream, 2, 1)),
      anItem(to(stream, 2, 1)),
      anItem(to(stream, 3, 1, true)),
      anItem(to(stream, 'ANY', 1)),
      aRefusal(stream),
    ];
    const answers = await appendBatch(database.pool, items);
    expect(results(answers)).toEqual(['appended', 'appended', 'conflict', 'appended', 'closed', 'rejected']);
    expect(answers[2]).toEqual({ result: 'conflict', streamId: stream, actualVersion: 3 });
    const versions = (await createEventStore(database.pool).load(stream)).map(({ version }) => version);
    expect(versions).toEqual([1, 2, 3, 4]);
  });

  it('collapses a command that comes twice in it', async () => {
    const stream = aStream();
    const [item, refusal, conflicting] = [anItem(to(stream, 'ANY')), aRefusal(stream), anItem(to(aStream(), 9))];
    const other = { ...item, command: { ...item.command, requestHash: 'beef' } };
    const answers = await appendBatch(database.pool, [item, item, other, refusal, refusal, conflicting, conflicting]);
    expect(results(answers)).toEqual([
      'appended',
      'duplicate',
      'idempotency-conflict',
      'rejected',
      'duplicate',
      'conflict',
      'conflict',
    ]);
    expect(answers[1]).toMatchObject({ stored: { outcome: 'accepted', version: 1 } });
  });

  it('that loses an item draws no position for it', async () => {
    const drawn = async () =>
      (await database.pool.query('select last_value::int from es.events_position')).rows[0].last_value;
    const before = await drawn();
    await appendBatch(database.pool, [anItem(to(aStream(), 9)), anItem(to(aStream(), 'EXISTS')), aRefusal(aStream())]);
    expect(await drawn()).toBe(before);
  });

  it('leaves a new stream at version 0 when its only item is refused', async () => {
    const [order, series] = [aStream(), aStream('series')];
    await appendBatch(database.pool, [anItem(to(order, 0, 3), to(series, 1))]);
    const { rows } = await database.pool.query('select version::int from es.streams where stream_id = $1', [order]);
    expect(rows).toEqual([{ version: 0 }]);
  });
});

describe('one bad item among good ones', () => {
  const circular: Record<string, unknown> = {};
  circular.self = circular;
  const bad = {
    'an event that JSON cannot hold': () => anItem(to(aStream(), 0, [{ type: 'A', schemaVersion: 1, data: circular }])),
    'text that Postgres cannot hold': () => anItem(to(aStream(), 0, [{ type: 'A', schemaVersion: 1, data: '\u0000' }])),
    'an id that is none': () => ({
      ...anItem(to('order-1', 'ANY')),
      command: aCommand('order-1', { commandId: 'x,y' }),
    }),
    'an event id that exists': () => anItem(to(aStream(), 0, [{ ...someEvents(1)[0], ...known }])),
  };
  const known = { type: 'A', schemaVersion: 1, data: 1, eventId: newId() };

  it.each(Object.keys(bad) as (keyof typeof bad)[])('fails alone: %s', async (kind) => {
    const store = createEventStore(database.pool);
    if (kind === 'an event id that exists') await store.append(anItem(to(aStream(), 0, [known])));
    const good = () => store.append(anItem(to(aStream(), 'NO_STREAM')));
    const answers = await Promise.allSettled([good(), store.append(bad[kind]()), good(), good()]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  });
});

describe('a chain', () => {
  const inChain = (stream: string, version: number, chain = newChain()) => ({ ...to(stream, version), chain });

  it('is appended whole where nothing comes between', async () => {
    const stream = aStream();
    const items = [0, 1, 2].map((version) => anItem(inChain(stream, version)));
    expect(results(await appendBatch(database.pool, items))).toEqual(['appended', 'appended', 'appended']);
  });

  it('breaks where another has brought the stream to the version that it would have reached', async () => {
    const stream = aStream();
    await appendBatch(database.pool, [anItem(to(stream, 0))]);
    const items = [0, 1, 2].map((version) => anItem(inChain(stream, version)));
    expect(results(await appendBatch(database.pool, items))).toEqual(['conflict', 'broken', 'broken']);
    const { rows } = await database.pool.query('select version::int from es.streams where stream_id = $1', [stream]);
    expect(rows).toEqual([{ version: 1 }]);
  });

  it('breaks behind a repeat, which says nothing about what was decided upon it', async () => {
    const stream = aStream();
    const repeated = anItem(inChain(stream, 0));
    await appendBatch(database.pool, [repeated]);
    const answers = await appendBatch(database.pool, [repeated, anItem(inChain(stream, 1))]);
    expect(results(answers)).toEqual(['duplicate', 'broken']);
  });

  it('is not sent on once it is broken', async () => {
    const store = createEventStore(database.pool);
    const [stream, chain] = [aStream(), newChain()];
    const first = store.append(anItem(inChain(stream, 7, chain)));
    expect(await first).toMatchObject({ result: 'conflict', actualVersion: 0 });
    expect(chain.broken).toBe(true);
    expect(await store.append(anItem(inChain(stream, 0, chain)))).toEqual({ result: 'broken', streamId: stream });
  });

  it('needs exact versions', async () => {
    const store = createEventStore(database.pool);
    const append = store.append(anItem({ ...to(aStream(), 'ANY'), chain: newChain() }));
    await expect(append).rejects.toThrow('exact version');
  });
});
