import { newId } from '@waybill/kernel';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { appendBatch } from './append-batch.ts';
import type { BatchItem, BatchResult } from './batch-item.ts';
import { createEventStore } from './create-event-store.ts';
import type { ExpectedVersion, StreamAppend } from './event-store.ts';
import { aCommand, aRefusal, to } from './spec-items.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** What `append` promises, as a program of a few lines: streams are a version and a flag, commands are remembered. */
const createModel = () => {
  const streams = new Map<string, { version: number; closed: boolean }>();
  const stored = new Map<string, string>();
  const stateOf = (id: string) => streams.get(id) ?? { version: 0, closed: false };

  const refusalOf = ({ streamId, expected }: StreamAppend): BatchResult | undefined => {
    const { version, closed } = stateOf(streamId);
    const fits =
      typeof expected === 'number'
        ? version === expected
        : { NO_STREAM: version === 0, EXISTS: version > 0, ANY: true }[expected];
    if (!fits) return { result: 'conflict', streamId, actualVersion: version };
    return closed && (expected === 'ANY' || expected === 'EXISTS') ? { result: 'closed', streamId } : undefined;
  };

  const apply = (item: BatchItem): { readonly result: string } => {
    const { commandId, requestHash } = item.command;
    const before = stored.get(commandId);
    if (before !== undefined) return { result: before === requestHash ? 'duplicate' : 'idempotency-conflict' };
    if ('refusal' in item) {
      stored.set(commandId, requestHash);
      return { result: 'rejected' };
    }
    const refused = item.streams.map(refusalOf).find((refusal) => refusal !== undefined);
    if (refused !== undefined) return refused;
    stored.set(commandId, requestHash);
    for (const { streamId, events, closes } of item.streams) {
      const { version, closed } = stateOf(streamId);
      streams.set(streamId, { version: version + events.length, closed: closed || closes === true });
    }
    return { result: 'appended' };
  };
  return { apply, stateOf };
};

const STREAMS = 4;
const COMMANDS = 12;
const anAppend = fc.record({
  stream: fc.nat(STREAMS - 1),
  expected: fc.oneof(fc.constantFrom<ExpectedVersion>('NO_STREAM', 'EXISTS', 'ANY', 'ANY', 'ANY'), fc.nat(5)),
  events: fc.nat(3),
  closes: fc.integer({ min: 0, max: 9 }).map((roll) => roll === 0),
});
const anItem = fc.record({
  command: fc.nat(COMMANDS - 1),
  sameContent: fc.integer({ min: 0, max: 9 }).map((roll) => roll > 0),
  refused: fc.integer({ min: 0, max: 5 }).map((roll) => roll === 0),
  appends: fc.uniqueArray(anAppend, { selector: ({ stream }) => stream, minLength: 1, maxLength: 3 }),
});

it('answers every batch as the model does, and holds the same streams', async () => {
  const batches = fc.array(fc.array(anItem, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(batches, async (drawn) => {
      const model = createModel();
      const streamIds = Array.from({ length: STREAMS }, () => `order-${newId()}`);
      const commandIds = Array.from({ length: COMMANDS }, newId);
      const toItem = ({ command, sameContent, refused, appends }: (typeof drawn)[number][number]): BatchItem => {
        const streams = appends.map(({ stream, expected, events, closes }) =>
          to(streamIds[stream] ?? '', expected, events, closes && events > 0),
        );
        const commandId = commandIds[command] ?? newId();
        const record = aCommand(streams[0]?.streamId ?? '', {
          commandId,
          requestHash: sameContent ? 'c0ffee' : 'beef',
        });
        return refused ? { ...aRefusal(record.streamId), command: record } : { command: record, streams };
      };
      for (const batch of drawn) {
        const items = batch.map(toItem);
        const answers = await appendBatch(database.pool, items);
        expect(answers).toMatchObject(items.map((item) => model.apply(item)));
      }
      const store = createEventStore(database.pool);
      for (const streamId of streamIds) {
        const versions = (await store.load(streamId)).map(({ version }) => version);
        expect(versions).toEqual(Array.from({ length: model.stateOf(streamId).version }, (_, n) => n + 1));
      }
    }),
    { numRuns: 150 },
  );
});
