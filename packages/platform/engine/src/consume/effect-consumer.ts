import { setTimeout as wait } from 'node:timers/promises';
import { isLostConnection } from '@waybill/event-store';
import { EventFromTheFuture } from '../contracts/event-from-the-future.ts';
import type { Effect } from '../define/effect.ts';
import type { Recorded } from '../define/event.ts';
import { moveCheckpoint, moveValues, onlyKey } from './checkpoint.ts';
import type { Consumer } from './consumer.ts';
import { type Execute, runEffect } from './effect-run.ts';
import { type FollowPorts, follow } from './follow.ts';
import { reasonOf } from './parking/letter.ts';

export interface EffectTrouble {
  readonly effect: string;
  readonly position: number;
  readonly attempt: number;
  readonly problem: string;
}

/** Tries before an event is put aside as a dead letter, where a person decides. */
const ATTEMPTS = 5;

/** An effect: at least once per event, under the event's id; what keeps failing is put aside and named. */
export const effectConsumer = (
  ports: FollowPorts,
  effect: Effect,
  execute: Execute,
  onTrouble: (trouble: EffectTrouble) => void,
): Consumer => {
  const { pool, worker } = ports;

  const attempt = async (event: Recorded): Promise<string | undefined> => {
    let problem: string | undefined;
    for (let tried = 1; tried <= ATTEMPTS; tried += 1) {
      try {
        await runEffect(effect, execute, event);
        return undefined;
      } catch (error) {
        // Not the event's fault: the whole step comes again when the database is back, or when newer code is, however
        // long that takes.
        if (isLostConnection(error) || error instanceof EventFromTheFuture) throw error;
        problem = reasonOf(error);
        onTrouble({ effect: effect.name, position: event.position, attempt: tried, problem });
        if (tried < ATTEMPTS) await wait(20 * 3 ** tried);
      }
    }
    return problem;
  };

  const key = onlyKey(effect.name);
  return follow(ports, {
    name: effect.name,
    key,
    kind: 'effect',
    types: effect.events.map(({ type }) => type),
    batch: 8,
    start: async () => 0,
    async take(events, move) {
      const dead: { key: string; position: number; error: string }[] = [];
      for (const event of events) {
        const problem = await attempt(event);
        if (problem !== undefined) dead.push({ key: event.id, position: event.position, error: problem });
      }
      const { rows } = await pool.query<{ moved: boolean }>({
        name: 'effect-step',
        text: `with ${moveCheckpoint},
          dead as (
            insert into es.dead_letters (consumer, key, position, attempts, error)
            select $1, d.key, d.position, ${ATTEMPTS}, d.error
            from jsonb_to_recordset($7::jsonb) as d (key text, position bigint, error text)
            where exists (select from mine)
            on conflict (consumer, generation, shard, key, position) do nothing
          )
          select exists (select from mine) as moved`,
        values: [...moveValues(key, move, worker), JSON.stringify(dead)],
      });
      return { moved: rows[0]?.moved === true };
    },
  });
};
