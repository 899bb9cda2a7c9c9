import { newId } from '@waybill/kernel';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEventStore } from './create-event-store.ts';
import type { EventStore } from './event-store.ts';
import { aCommand, anItem, aRefusal, aStream, to } from './spec-items.ts';

let database: TestDatabase;
let store: EventStore;
beforeAll(async () => {
  database = await testDatabase();
  store = createEventStore(database.pool);
});
afterAll(() => database.drop());

describe('an append', () => {
  it('answers with what was recorded, and that is what a load gives', async () => {
    const stream = aStream();
    const occurredAt = new Date('2010-12-01T08:26:00Z');
    const eventId = newId();
    const data = { text: 'Zoë said "\\" \n\t\u{1f4e6} {a,b}', amount: 123_456_789, nothing: null };
    const event = { type: 'OrderPlaced', schemaVersion: 2, data, metadata: { source: 'test' }, eventId, occurredAt };
    const item = anItem(to(stream, 'NO_STREAM', [event, { type: 'OrderPaid', schemaVersion: 1, data: [1] }]));
    const result = await store.append(item);
    if (result.result !== 'appended') throw new Error(result.result);
    const { correlationId, causationId, actor, commandId } = item.command;
    expect(result.events).toEqual(await store.load(stream));
    expect(result.events[0]).toEqual({
      ...event,
      position: result.firstPosition,
      streamId: stream,
      category: 'order',
      version: 1,
      commandId,
      correlationId,
      causationId,
      actor,
      recordedAt: result.recordedAt,
    });
    expect(result.versions).toEqual({ [stream]: 2 });
    expect(result.lastPosition).toBe(result.events[1]?.position);
  });

  it('stores the command with its outcome', async () => {
    const item = anItem(to(aStream(), 'NO_STREAM', 2));
    await store.append(item);
    const { rows } = await database.pool.query(
      'select type, payload, outcome, version::int from es.commands where command_id = $1',
      [item.command.commandId],
    );
    expect(rows).toEqual([{ type: 'PlaceOrder', payload: { note: 'as asked' }, outcome: 'accepted', version: 2 }]);
  });

  it('without events is accepted, at the position of the last event', async () => {
    const stream = aStream();
    const first = await store.append(anItem(to(stream, 'NO_STREAM')));
    const position = first.result === 'appended' ? first.lastPosition : Number.NaN;
    const idle = { result: 'appended', firstPosition: position, lastPosition: position, versions: { [stream]: 1 } };
    expect(await store.append(anItem(to(stream, 1, 0)))).toMatchObject(idle);
    expect(await store.append(anItem(to(aStream(), 'ANY', 0)))).toMatchObject({ firstPosition: 0, lastPosition: 0 });
  });
});

describe('the expected version', () => {
  it.each([
    ['NO_STREAM', 'conflict'],
    [0, 'conflict'],
    [1, 'conflict'],
    [2, 'appended'],
    [3, 'conflict'],
    [-1, 'conflict'],
    [-3, 'conflict'],
    [1.5, 'conflict'],
    ['EXISTS', 'appended'],
    ['ANY', 'appended'],
  ] as const)('%s on a stream of two events: %s', async (expected, result) => {
    const stream = aStream();
    await store.append(anItem(to(stream, 'NO_STREAM', 2)));
    const answer = await store.append(anItem(to(stream, expected)));
    expect(answer).toMatchObject(result === 'conflict' ? { result, streamId: stream, actualVersion: 2 } : { result });
    expect(await store.load(stream)).toHaveLength(result === 'appended' ? 3 : 2);
  });

  it.each([
    ['NO_STREAM', 'appended'],
    [0, 'appended'],
    [1, 'conflict'],
    ['EXISTS', 'conflict'],
    ['ANY', 'appended'],
  ] as const)('%s on no stream: %s', async (expected, result) => {
    const answer = await store.append(anItem(to(aStream(), expected)));
    expect(answer).toMatchObject(result === 'conflict' ? { result, actualVersion: 0 } : { result });
  });

  it('of blind appends is refused once the stream is closed', async () => {
    const stream = aStream();
    await store.append(anItem(to(stream, 'NO_STREAM', 1, true)));
    expect(await store.append(anItem(to(stream, 'ANY')))).toEqual({ result: 'closed', streamId: stream });
    expect(await store.append(anItem(to(stream, 'EXISTS')))).toEqual({ result: 'closed', streamId: stream });
    expect(await store.append(anItem(to(stream, 1)))).toMatchObject({ result: 'appended' });
    expect(await store.append(anItem(to(stream, 'ANY')))).toEqual({ result: 'closed', streamId: stream });
  });

  it('that was missed stores nothing: the same command may come again', async () => {
    const stream = aStream();
    const item = anItem(to(stream, 7));
    expect(await store.append(item)).toMatchObject({ result: 'conflict' });
    expect(await store.outcome(item.command.commandId, item.command.requestHash)).toBeUndefined();
    expect(await store.append({ ...item, streams: [to(stream, 0)] })).toMatchObject({ result: 'appended' });
  });
});

describe('several streams', () => {
  it('are appended to together', async () => {
    const [order, series] = [aStream(), aStream('series')];
    const answer = await store.append(anItem(to(order, 'NO_STREAM', 2), to(series, 0, 1)));
    expect(answer).toMatchObject({ result: 'appended', versions: { [order]: 2, [series]: 1 } });
    expect(answer.result === 'appended' && answer.events.map(({ streamId }) => streamId)).toEqual([
      order,
      order,
      series,
    ]);
  });

  it('are left alone together', async () => {
    const [order, series] = [aStream(), aStream('series')];
    const answer = await store.append(anItem(to(order, 'NO_STREAM', 2), to(series, 5, 1)));
    expect(answer).toEqual({ result: 'conflict', streamId: series, actualVersion: 0 });
    expect([await store.load(order), await store.load(series)]).toEqual([[], []]);
    expect(await store.append(anItem(to(order, 'EXISTS')))).toMatchObject({ result: 'conflict', actualVersion: 0 });
  });
});

describe('a repeated command', () => {
  it('answers with the stored outcome', async () => {
    const item = anItem(to(aStream(), 'NO_STREAM', 2));
    const first = await store.append(item);
    const { commandId, streamId, requestHash } = item.command;
    if (first.result !== 'appended') throw new Error(first.result);
    const { firstPosition, lastPosition } = first;
    const stored = { outcome: 'accepted', commandId, streamId, firstPosition, lastPosition, version: 2 };
    expect(await store.append(item)).toEqual({ result: 'duplicate', stored });
    expect(await store.outcome(commandId, requestHash)).toEqual(stored);
    expect(await store.load(streamId)).toHaveLength(2);
  });

  it('of another content is an idempotency conflict', async () => {
    const item = anItem(to(aStream(), 'NO_STREAM'));
    await store.append(item);
    const other = { ...item, command: { ...item.command, requestHash: 'beef' } };
    const conflict = { result: 'idempotency-conflict', commandId: item.command.commandId };
    expect(await store.append(other)).toEqual(conflict);
    expect(await store.refuse({ ...aRefusal('order-1'), command: other.command })).toEqual(conflict);
    expect(await store.outcome(item.command.commandId, 'beef')).toBe('idempotency-conflict');
  });

  it('that was refused stays refused, whatever is decided now', async () => {
    const stream = aStream();
    const refusal = aRefusal(stream);
    const stored = {
      outcome: 'rejected',
      commandId: refusal.command.commandId,
      streamId: stream,
      refusal: refusal.refusal,
    };
    expect(await store.refuse(refusal)).toEqual(stored);
    expect(await store.refuse({ ...refusal, refusal: { code: 'Other', message: '', details: {} } })).toEqual(stored);
    expect(await store.append({ command: refusal.command, streams: [to(stream, 'ANY')] })).toEqual({
      result: 'duplicate',
      stored,
    });
    expect(await store.load(stream)).toEqual([]);
  });
});

describe('a mistake of the caller', () => {
  it.each([
    ['no stream', []],
    ['a category that is not the name of the stream', [{ ...to('order-1', 'ANY'), category: 'invoice' }]],
    ['a stream twice', [to('order-1', 'ANY'), to('order-1', 'ANY')]],
    ['a name that no index can hold', [to(`order-${'é'.repeat(1_300)}`, 'ANY')]],
    ['closing without an event', [to('order-1', 'ANY', 0, true)]],
  ])('is named: %s', async (_, streams) => {
    await expect(store.append({ command: aCommand('order-1'), streams })).rejects.toThrow(TypeError);
  });
});
