import type { Pool } from 'pg';
import { EventFromTheFuture } from '../contracts/event-from-the-future.ts';
import type { Recorded } from '../define/event.ts';
import { type ConsumerKey, type Move, releaseTurn, TURN, takeTurn } from './checkpoint.ts';
import type { Consumer, Drained } from './consumer.ts';
import type { Feed } from './feed-window.ts';

export interface FollowPorts {
  readonly pool: Pool;
  readonly feed: Feed;
  /** Names this worker in the checkpoints. */
  readonly worker: string;
}

export interface Follower extends Pick<Consumer, 'name' | 'topic' | 'kind' | 'freshness' | 'types'> {
  /** Whose checkpoint is moved. */
  readonly key: ConsumerKey;
  readonly batch: number;
  /** Where history begins for a consumer that has no checkpoint yet; undefined where it must not make one. */
  readonly start: () => Promise<number | undefined>;
  /**
   * Takes a batch that follows `move.from`, in order, and moves the checkpoint to `move.to` in the same transaction.
   * `moved` false: someone else was faster, nothing was written. `parks`: where it parked anew, as it is from now on.
   */
  readonly take: (
    events: readonly Recorded[],
    move: Move,
  ) => Promise<{ readonly moved: boolean; readonly commands?: number; readonly parks?: number }>;
}

/** The drain of everything that follows the log: read the feed after the checkpoint, take, move on. */
export const follow = ({ pool, feed, worker }: FollowPorts, follower: Follower): Consumer => {
  const { key, types, batch, start, take } = follower;
  // What this process knows: the checkpoint, and how far it has seen that nothing of its types follows.
  let known = -1;
  let scanned = -1;
  let epoch = 0;
  let parks = 0;
  // Its turn lasts at least until then, or is somebody else's.
  let mineUntil = 0;
  let notMineUntil = 0;

  const idle = { handled: 0, caughtUp: true, producedCommands: false, busy: false };
  const stepAside = (): Drained => {
    known = -1;
    mineUntil = 0;
    notMineUntil = Date.now() + TURN / 4;
    return { ...idle, caughtUp: false, position: Math.max(scanned, 0), busy: true };
  };

  const step = async (): Promise<Drained> => {
    let page = known >= 0 ? await feed.after(scanned, types, batch) : undefined;
    if (page?.events.length === 0) {
      scanned = Math.max(scanned, page.watermark);
      return { ...idle, position: scanned };
    }
    if (!page || Date.now() >= mineUntil) {
      const turn = await takeTurn(pool, key, worker, start);
      if (!turn.mine) return stepAside();
      if (!page || turn.position !== known) page = await feed.after(turn.position, types, batch);
      ({ position: known, epoch, parks } = turn);
    }
    const last = page.events.at(-1);
    if (!last) {
      scanned = Math.max(known, page.watermark);
      return { ...idle, position: scanned };
    }
    const taken = await take(page.events, { from: known, to: last.position, epoch, parks }).catch(async (error) => {
      if (error instanceof EventFromTheFuture) {
        // Newer code can go on where this process cannot: it is not to wait for us.
        stepAside();
        await releaseTurn(pool, key, worker);
      }
      throw error;
    });
    // Someone else was faster and nothing was written: what is known of the checkpoint no longer holds.
    if (!taken.moved) return stepAside();
    parks = taken.parks ?? parks;
    const { commands = 0 } = taken;
    mineUntil = Date.now() + TURN / 2;
    known = last.position;
    const full = page.events.length >= batch;
    scanned = full ? known : Math.max(known, page.watermark);
    return {
      handled: page.events.length,
      caughtUp: !full,
      position: scanned,
      producedCommands: commands > 0,
      busy: false,
    };
  };

  return {
    ...follower,
    async drain(budgetMs) {
      const until = Date.now() + budgetMs;
      let handled = 0;
      let producedCommands = false;
      if (Date.now() < notMineUntil)
        return { handled, caughtUp: false, position: Math.max(known, 0), producedCommands, busy: true };
      for (;;) {
        const done = await step();
        handled += done.handled;
        producedCommands ||= done.producedCommands;
        if (done.caughtUp || done.busy || Date.now() >= until) return { ...done, handled, producedCommands };
      }
    },
  };
};
