import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { EventStore } from '../src/event-store.ts';
import type { Random } from './random.ts';

export interface ReadEvent {
  readonly position: number;
  readonly streamId: string;
  readonly version: number;
}

/** The next events after a position; `caughtUp` when there was nothing more to read at this moment. */
export type ReadOn = (after: number, limit: number) => Promise<readonly ReadEvent[]>;

/** By the fence: what the product does. */
export const byFeed =
  (store: EventStore, types?: readonly string[]): ReadOn =>
  async (after, limit) =>
    (await store.feed(after, { limit, ...(types && { types }) })).events;

/** By a bare cursor: the control, which must be seen to fail. */
export const byBareCursor =
  (pool: Pool): ReadOn =>
  async (after, limit) => {
    const { rows } = await pool.query<ReadEvent>(
      `select position, stream_id as "streamId", version from es.events where position > $1 order by position limit $2`,
      [after, limit],
    );
    return rows;
  };

export interface Reader {
  readonly name: string;
  readonly positions: readonly number[];
  /** Events that came with a position at or under one that was read before. */
  readonly doubled: () => number;
  /** Events whose stream had already come further. */
  readonly disordered: () => number;
  /** Reads until `running` ends, and then until nothing comes any more. */
  run(running: () => boolean, random: Random): Promise<void>;
}

/** Its cursor lives in memory only, like a subscriber's: it outlives crashes of the server. */
export const createReader = (name: string, readOn: ReadOn): Reader => {
  const positions: number[] = [];
  const versions = new Map<string, number>();
  let cursor = 0;
  let doubled = 0;
  let disordered = 0;

  const take = ({ position, streamId, version }: ReadEvent): void => {
    if (position <= cursor) doubled += 1;
    if (version <= (versions.get(streamId) ?? 0)) disordered += 1;
    versions.set(streamId, Math.max(version, versions.get(streamId) ?? 0));
    positions.push(position);
    cursor = Math.max(cursor, position);
  };

  return {
    name,
    positions,
    doubled: () => doubled,
    disordered: () => disordered,
    run: async (running, random) => {
      for (let over = false; !over; ) {
        const last = !running();
        try {
          const events = await readOn(cursor, random.between(1, 500));
          events.forEach(take);
          over = last && events.length === 0;
          if (events.length === 0) await pause(random.between(0, 5));
        } catch {
          await pause(random.between(1, 50)); // the server is away, or cut this connection
        }
      }
    },
  };
};
