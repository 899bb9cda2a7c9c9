import type { Actor } from '@waybill/event-store';
import type { Pool } from 'pg';
import { EventFromTheFuture } from '../../contracts/event-from-the-future.ts';
import type { Counters } from '../../define/counters.ts';
import type { Effect } from '../../define/effect.ts';
import type { Projection } from '../../define/projection.ts';
import type { Execute } from '../../effects/run-effect.ts';
import { drainSlice, type ReplayPorts, type Skip } from './drain-slice.ts';
import { parksOf } from './open-letters.ts';
import { recount } from './recount.ts';
import { replayEffect } from './replay-effect.ts';

/** What a replay, or what followed a skip, came to. */
export interface Replayed {
  /** Letters that are folded now, or run. */
  readonly replayed: number;
  /** Letters of the key that are still open, the one that stands in the way among them. */
  readonly left: number;
  /** Why the first of them could not be taken; null where none is left. */
  readonly problem: string | null;
}

/** What a person decides about events that a consumer could not take. */
export interface Parking {
  /**
   * Tries the letters of a parked key again, in order, until one fails or none is left. Counters are counted anew instead,
   * from the whole log, and park again what they still cannot take. Undefined where nothing of this key is parked.
   */
  replay(consumer: string, key: string, by: Actor): Promise<Replayed | undefined>;
  /**
   * Leaves one letter out for good, in every later rebuild too, and then replays what waits behind it. Undefined where
   * there is no such open letter.
   */
  skip(letterId: number, reason: string, by: Actor): Promise<Replayed | undefined>;
}

export interface ParkingPorts extends ReplayPorts {
  readonly pool: Pool;
  readonly execute: Execute;
  readonly projections: readonly Projection[];
  readonly effects: readonly Effect[];
  readonly counters: readonly Counters[];
}

/** Reads anew where the park changed between reading and writing. More often than so is no coincidence. */
const ATTEMPTS = 20;

const SKIP = `update es.dead_letters
                     set resolved_at = now(), resolution = 'skipped', resolved_by = $2::jsonb, reason = $3
                     where id = $1 and resolved_at is null`;
const FIND = `select consumer, key, generation, shard from es.dead_letters where id = $1 and resolved_at is null`;

export const createParking = (ports: ParkingPorts): Parking => {
  const { pool, projections, effects, counters } = ports;

  const drain = async (
    projection: Projection,
    of: { readonly consumer: string; readonly generation: number; readonly shard: number },
    key: string,
    by: Actor,
    skip?: Skip,
  ): Promise<{ readonly replayed: number; readonly skipped: boolean }> => {
    let replayed = 0;
    let skipped = false;
    for (let attempt = 1; ; attempt += 1) {
      const slice = await drainSlice(ports, projection, of, key, by, skipped ? undefined : skip);
      if (!slice) {
        if (attempt < ATTEMPTS) continue;
        throw new Error(`What is parked of ${of.consumer} keeps changing: try again in a moment.`);
      }
      replayed += slice.replayed;
      skipped ||= slice.skipped;
      if (!slice.more) return { replayed, skipped };
    }
  };

  const left = async (consumer: string, key: string, replayed: number): Promise<Replayed> => {
    const parks = await parksOf(pool, consumer, key);
    const problem = parks.find((park) => park.problem !== null)?.problem ?? null;
    return { replayed, left: parks.reduce((sum, park) => sum + park.left, 0), problem };
  };

  /** Newer code wrote the event: nothing is wrong with it, and nothing was changed. */
  const unlessFuture = async (consumer: string, key: string, work: () => Promise<Replayed | undefined>) => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof EventFromTheFuture)) throw error;
      return { ...(await left(consumer, key, 0)), problem: error.message };
    }
  };

  return {
    replay: (consumer, key, by) =>
      unlessFuture(consumer, key, async () => {
        const parks = await parksOf(pool, consumer, key);
        if (parks.length === 0) return undefined;
        const effect = effects.find(({ name }) => name === consumer);
        if (effect) return left(consumer, key, await replayEffect(ports, effect, key, by));
        const counted = counters.find(({ name }) => name === consumer);
        if (counted) return left(consumer, key, await recount(pool, counted, key, by));
        const projection = projections.find(({ name }) => name === consumer);
        if (!projection) return undefined;
        let replayed = 0;
        for (const of of parks) replayed += (await drain(projection, of, key, by)).replayed;
        return left(consumer, key, replayed);
      }),

    async skip(id, reason, by) {
      const { rows } = await pool.query<{ consumer: string; key: string; generation: number; shard: number }>(FIND, [
        id,
      ]);
      const [letter] = rows;
      if (!letter) return undefined;
      const { consumer, key } = letter;
      const projection = projections.find(({ name }) => name === consumer);
      if (!projection) {
        const { rowCount } = await pool.query(SKIP, [id, JSON.stringify(by), reason]);
        if (rowCount === 0) return undefined;
        const counted = counters.find(({ name }) => name === consumer);
        return left(consumer, key, counted ? await recount(pool, counted, key, by) : 0);
      }
      return unlessFuture(consumer, key, async () => {
        const { replayed, skipped } = await drain(projection, letter, key, by, { id, reason });
        return skipped ? left(consumer, key, replayed) : undefined;
      });
    },
  };
};
