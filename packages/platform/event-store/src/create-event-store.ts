import { isId, perTick } from '@waybill/kernel';
import type { Pool } from 'pg';
import { appendBatch } from './append-batch.ts';
import { type BatcherOptions, createBatcher } from './batcher.ts';
import type { AppendItem, EventStore } from './event-store.ts';
import { findOutcomes, type OutcomeRequest } from './find-outcomes.ts';
import { type LoadRequest, loadStreams } from './load-streams.ts';
import { isLostConnection, persistently } from './persistently.ts';
import { readFeed } from './read-feed.ts';
import { readWatermark } from './read-watermark.ts';

/** The event store on a pool of connections (of `createPool`) to a migrated database. */
export const createEventStore = (pool: Pool, options: BatcherOptions = {}): EventStore => {
  const batcher = createBatcher((items) => appendBatch(pool, items), options);
  const together = { flights: 4, isShared: isLostConnection };
  const load = perTick((asked: readonly LoadRequest[]) => persistently(() => loadStreams(pool, asked)), together);
  const outcome = perTick(
    (asked: readonly OutcomeRequest[]) => persistently(() => findOutcomes(pool, asked)),
    together,
  );

  return {
    append: async (item) => {
      checkStreams(item);
      const result = await batcher.submit(item);
      if (result.result === 'rejected') throw new Error('An append was answered as a refusal.');
      return result;
    },
    refuse: async (item) => {
      const { commandId, streamId } = item.command;
      const result = await batcher.submit(item);
      if (result.result === 'rejected') return { outcome: 'rejected', commandId, streamId, refusal: item.refusal };
      if (result.result === 'duplicate') return result.stored;
      if (result.result === 'idempotency-conflict') return result;
      throw new Error(`A refusal was answered as ${result.result}.`);
    },
    outcome: async (commandId, requestHash) => (isId(commandId) ? outcome({ commandId, requestHash }) : undefined),
    load: (streamId, range = {}) => load({ ...range, streamId }),
    feed: (after, feedOptions) => readFeed(pool, after, feedOptions),
    watermark: () => readWatermark(pool),
  };
};

/** What an index of Postgres holds of a name, in bytes. */
const LONGEST_NAME = 2_600;

/** Mistakes of the caller's code, not of a person: named before they reach the database. */
const checkStreams = ({ command, streams }: AppendItem): void => {
  if (streams.length === 0)
    throw new TypeError(`Command ${command.commandId} appends to no stream: name at least one.`);
  for (const { streamId, category, closes, events, chain, expected } of streams) {
    if (chain && typeof expected !== 'number')
      throw new TypeError(`Stream '${streamId}' is appended to in a chain: give the exact version that it builds on.`);
    if (closes === true && events.length === 0)
      throw new TypeError(`Stream '${streamId}' is closed by an event: add it to the append.`);
    if (!streamId.startsWith(`${category}-`) || category.includes('-'))
      throw new TypeError(`Stream '${streamId}' must be named '<category>-<id>', the category without a hyphen.`);
    // A character is three bytes at most where it counts as one: only long names are measured.
    if (streamId.length > LONGEST_NAME / 3 && Buffer.byteLength(streamId) > LONGEST_NAME)
      throw new TypeError(
        `Stream '${streamId.slice(0, 40)}…' has too long a name: ${LONGEST_NAME} bytes are the most.`,
      );
  }
  if (new Set(streams.map(({ streamId }) => streamId)).size < streams.length)
    throw new TypeError(`Command ${command.commandId} names a stream twice: put its events into one append.`);
};
