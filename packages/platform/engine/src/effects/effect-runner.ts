import { isLostConnection } from '@waybill/event-store';
import type { Pool } from 'pg';
import { eventsAt } from '../consume/parking/events-at.ts';
import { reasonOf } from '../consume/parking/letter.ts';
import { EventFromTheFuture } from '../contracts/event-from-the-future.ts';
import type { Effect } from '../define/effect.ts';
import type { Recorded } from '../define/event.ts';
import type { EventCodec } from '../event-codec.ts';
import { CLAIM, type ClaimedRun, claimRuns, renewClaims } from './claim-runs.ts';
import { giveBack, recordDeath, recordFailure, recordSuccess } from './record-outcome.ts';
import { type Execute, runEffect } from './run-effect.ts';

export interface EffectTrouble {
  readonly effect: string;
  readonly position: number;
  readonly attempt: number;
  readonly problem: string;
}

export interface RunnerPorts {
  readonly pool: Pool;
  readonly worker: string;
  readonly codec: Pick<EventCodec, 'decode'>;
  readonly execute: Execute;
  readonly onTrouble: (trouble: EffectTrouble) => void;
}

/** Runs of one effect at the same moment in one process, each of another key. */
const TOGETHER = 8;
/** Tries before an event is put aside as a dead letter, where a person decides. */
export const ATTEMPTS = 6;
/** Milliseconds until the next try: 0.1 s, 0.4 s, 1.6 s … 25.6 s. */
const backoff = (attempt: number): number => 100 * 4 ** (attempt - 1);
/** Until someone with newer code may have come by, in milliseconds. */
const LEFT_TO_OTHERS = 1_000;

/** Runs what is due of one effect: up to so many keys at once. Answers with how many runs it took; 0: nothing is due. */
export const effectRunner = ({ pool, worker, codec, execute, onTrouble }: RunnerPorts, effect: Effect) => {
  const claimant = { effect: effect.name, worker };

  const runOne = async (run: ClaimedRun, event: Recorded): Promise<void> => {
    const { position, attempt } = run;
    try {
      await runEffect(effect, execute, event, attempt);
    } catch (error) {
      if (error instanceof EventFromTheFuture) return void (await giveBack(pool, claimant, run, LEFT_TO_OTHERS));
      if (isLostConnection(error)) {
        // Not the event's fault: it comes again when the database is back, however long that takes.
        await giveBack(pool, claimant, run, 0).catch(() => undefined); // that one is lost too: the claim runs out
        throw error;
      }
      const problem = reasonOf(error);
      onTrouble({ effect: effect.name, position, attempt, problem });
      if (attempt < ATTEMPTS) await recordFailure(pool, claimant, run, problem, backoff(attempt));
      else await recordDeath(pool, claimant, run, problem);
      return;
    }
    await recordSuccess(pool, effect.name, run.eventId);
  };

  return async (): Promise<number> => {
    const runs = await claimRuns(pool, claimant, TOGETHER);
    if (runs.length === 0) return 0;
    const ids = runs.map(({ eventId }) => eventId);
    const renewing = setInterval(() => {
      renewClaims(pool, claimant, ids).catch(() => undefined); // the next one comes before the claims run out
    }, CLAIM / 5);
    try {
      const positions = runs.map(({ position }) => position);
      const events = new Map((await eventsAt(pool, codec, positions)).map((event) => [event.position, event]));
      const ran = await Promise.allSettled(
        runs.map(async (run) => {
          const event = events.get(run.position);
          if (!event) throw new Error(`There is no event at position ${run.position}, where ${effect.name} has a run`);
          return runOne(run, event);
        }),
      );
      for (const one of ran) if (one.status === 'rejected') throw one.reason;
      return runs.length;
    } finally {
      clearInterval(renewing);
    }
  };
};
