import type { Actor } from '@waybill/event-store';
import type { Pool } from 'pg';
import type { Recorded } from '../../define/event.ts';
import type { Projection } from '../../define/projection.ts';
import type { EventCodec } from '../../event-codec.ts';
import type { ConsumerKey } from '../checkpoint.ts';
import { tableOfKey } from '../generations/table-of-key.ts';
import { inTransaction } from '../in-transaction.ts';
import { shardOf } from '../shard-of.ts';
import { openTable } from '../table.ts';
import { eventsAt } from './events-at.ts';
import { isStreamKey } from './letter.ts';
import { openLetters, SLICE } from './open-letters.ts';
import { readPark } from './park.ts';
import { letterName, replayRows } from './replay-rows.ts';
import { stepParking } from './step.ts';

export interface ReplayPorts {
  readonly pool: Pool;
  readonly codec: Pick<EventCodec, 'decode'>;
  /** Named in letters that are parked again. */
  readonly worker: string;
}

/** A letter that a person leaves out for good. */
export interface Skip {
  readonly id: number;
  readonly reason: string;
}

export interface Slice {
  readonly replayed: number;
  /** Whether the letter to skip was open, and now is not. */
  readonly skipped: boolean;
  /** Letters may be left that nothing speaks against. */
  readonly more: boolean;
}

const LOCK = `select position, epoch, parks from es.checkpoints
              where consumer = $1 and generation = $2 and shard = $3 for update`;
const PARKS = 'select parks from es.checkpoints where consumer = $1 and generation = $2 and shard = $3';
const SKIP = `update es.dead_letters
              set resolved_at = now(), resolution = 'skipped', resolved_by = $2::jsonb, reason = $3
              where id = $1 and resolved_at is null`;
const RESOLVE = `update es.dead_letters set resolved_at = now(), resolution = 'replayed', resolved_by = $2::jsonb
                 where id = any($1)`;
const RAISE = 'update es.checkpoints set parks = parks + 1 where consumer = $1 and generation = $2 and shard = $3';

/**
 * Drains a part of one parked key into its row: letters, row and park change in one transaction that holds the lock of the
 * checkpoint, so a consumer at work meanwhile finds its park out of date and moves nothing. Undefined where the park
 * changed under our reading: read it again.
 */
export const drainSlice = async (
  { pool, codec, worker }: ReplayPorts,
  projection: Projection,
  of: ConsumerKey,
  key: string,
  by: Actor,
  skip?: Skip,
): Promise<Slice | undefined> => {
  const where = [of.consumer, of.generation, of.shard];
  const { rows: seen } = await pool.query<{ parks: number }>(PARKS, where);
  const open = await openLetters(pool, of, key);
  const letters = open.filter(({ id }) => id !== skip?.id);
  // Read and decrypted before the lock is taken: it is held for the writing alone.
  const events: Recorded[] = await eventsAt(
    pool,
    codec,
    letters.map(({ position }) => position),
  );

  return inTransaction(pool, async (client): Promise<Slice | undefined> => {
    const { rows: locked } = await client.query<{ position: number; epoch: number; parks: number }>(LOCK, where);
    const [checkpoint] = locked;
    if (!checkpoint || checkpoint.parks !== seen[0]?.parks) return undefined;
    const { rowCount: skipped } = skip
      ? await client.query(SKIP, [skip.id, JSON.stringify(by), skip.reason])
      : { rowCount: 0 };
    if (skip && skipped === 0) return { replayed: 0, skipped: false, more: false };

    const park = await readPark(client, of);
    const waiting = new Map(park.waiting);
    waiting.delete(key);
    const owns = isStreamKey(key)
      ? (row: string) => shardOf(row, projection.shards ?? 1) === of.shard
      : (row: string) => row === key;
    const table = await openTable(client, of, worker, await tableOfKey(client, projection, of));
    const rows = replayRows(client, of, table, worker);
    const { position, epoch, parks } = checkpoint;
    const move = { from: position, to: events.at(-1)?.position ?? position, epoch, parks };
    await stepParking({ projection, owns, rows }, events, move, { ...park, waiting, parks });

    const done = letters.filter((letter) => !rows.parkedAgain.has(letterName(key, letter.position)));
    await client.query(RESOLVE, [done.map(({ id }) => id), JSON.stringify(by)]);
    await client.query(RAISE, where);
    const more = open.length === SLICE && done.length === letters.length;
    return { replayed: done.length, skipped: skip !== undefined, more };
  });
};
