import { type Actor, isLostConnection } from '@waybill/event-store';
import type { Effect } from '../../define/effect.ts';
import { recordSuccess } from '../../effects/record-outcome.ts';
import { type Execute, runEffect } from '../../effects/run-effect.ts';
import { onlyKey } from '../checkpoint.ts';
import type { ReplayPorts } from './drain-slice.ts';
import { eventsAt } from './events-at.ts';
import { reasonOf } from './letter.ts';
import { openLetters } from './open-letters.ts';

const RESOLVE = `update es.dead_letters set resolved_at = now(), resolution = 'replayed', resolved_by = $2::jsonb
                 where id = $1 and resolved_at is null`;
const FAILED = `update es.dead_letters set attempts = attempts + 1, error = $2, failed_at = now(), parked_by = $3
                where id = $1 and resolved_at is null`;

/**
 * Runs an effect once more for each of its dead letters of one aggregate, in order. Each letter stands for itself: nothing
 * waits behind it. At least once, as ever: two people who replay the same letter at the same moment run it twice, under
 * the same event's id. Answers with how many had success.
 */
export const replayEffect = async (
  { pool, codec, worker, execute }: ReplayPorts & { readonly execute: Execute },
  effect: Effect,
  key: string,
  by: Actor,
): Promise<number> => {
  const letters = await openLetters(pool, onlyKey(effect.name), key);
  const events = await eventsAt(
    pool,
    codec,
    letters.map(({ position }) => position),
  );
  const idAt = new Map(letters.map(({ id, position }) => [position, id]));
  let replayed = 0;
  for (const event of events) {
    const id = idAt.get(event.position);
    try {
      await runEffect(effect, execute, event);
      await recordSuccess(pool, effect.name, event.eventId);
      await pool.query(RESOLVE, [id, JSON.stringify(by)]);
      replayed += 1;
    } catch (error) {
      if (isLostConnection(error)) throw error;
      await pool.query(FAILED, [id, reasonOf(error), worker]);
    }
  }
  return replayed;
};
