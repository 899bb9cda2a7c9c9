import { setTimeout as wait } from 'node:timers/promises';
import type { Consumer, Drained } from '@waybill/engine';
import { createSleepers } from './sleepers.ts';

export interface Draining {
  /** Something was committed: look again soon. */
  wake(): void;
  /** Settles when every consumer was found with nothing left to do. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export interface DrainingOptions {
  /** Others should know: rows changed ('projected'), or commands wait in the outbox ('queued'). */
  readonly onDrained?: (drained: Drained, consumer: Consumer) => void;
  readonly onError?: (error: unknown, consumer: Consumer) => void;
}

const SLICE = 200;
/** Between two looks at most; a commit of this process shortens it. */
const IDLE = 250;
/** Between two looks at least, so that what comes meanwhile is done in one go. */
const GATHER = 20;
/** A worker is at it: leave it to the worker, and see now and then whether it still is. */
const BUSY = 300;

/**
 * Does a worker's work for as long as this process lives, so that the command line needs none. Where one runs, the two
 * take turns by the checkpoints, and each event counts once.
 */
export const drainConsumers = (consumers: readonly Consumer[], options: DrainingOptions = {}): Draining => {
  const sleepers = createSleepers();
  const idle = new Map<string, boolean>();
  let stopped = false;

  const slice = async (consumer: Consumer): Promise<number> => {
    const drained = await consumer.drain(SLICE);
    idle.set(consumer.name, drained.caughtUp && drained.handled === 0 && !drained.busy);
    if (drained.handled > 0) {
      options.onDrained?.(drained, consumer);
      sleepers.wake();
    }
    if (drained.busy) return BUSY;
    return drained.handled > 0 ? 0 : IDLE;
  };

  const follow = async (consumer: Consumer): Promise<void> => {
    while (!stopped) {
      const pause = await slice(consumer).catch((error: unknown) => {
        options.onError?.(error, consumer);
        return BUSY;
      });
      await wait(GATHER);
      if (pause > 0 && !stopped) await sleepers.sleep(pause);
    }
  };
  const loops = consumers.map(follow);

  return {
    wake: () => sleepers.wake(),
    async settled() {
      const needed = consumers.map(({ name }) => name);
      // Twice in a row: what one consumer did last may be what another has not seen yet.
      for (let quiet = 0; quiet < 2; ) {
        idle.clear();
        while (!needed.every((name) => idle.has(name))) await wait(IDLE);
        quiet = needed.every((name) => idle.get(name)) ? quiet + 1 : 0;
      }
    },
    async stop() {
      stopped = true;
      sleepers.wake();
      await Promise.all(loops);
    },
  };
};
