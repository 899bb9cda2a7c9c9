import { moveCheckpoint, moveValues, onlyKey } from '../consume/checkpoint.ts';
import type { Consumer } from '../consume/consumer.ts';
import { type FollowPorts, follow } from '../consume/follow.ts';
import type { Effect } from '../define/effect.ts';
import { effectRunner, type RunnerPorts } from './effect-runner.ts';

/**
 * An effect, drained. The feed's events become runs (in the statement that moves the checkpoint); the runs are claimed and
 * run, key by key in order, at least once, under the event's id. What has an outcome is never run again.
 */
export const effectConsumer = (ports: FollowPorts & RunnerPorts, effect: Effect): Consumer => {
  const { pool, worker } = ports;
  const key = onlyKey(effect.name);
  const runDue = effectRunner(ports, effect);

  const intake = follow(ports, {
    name: effect.name,
    key,
    kind: 'effect',
    types: effect.events.map(({ type }) => type),
    batch: 200,
    start: async () => 0,
    async take(events, move) {
      const runs = events.map(({ eventId, position, id }) => ({ eventId, position, key: id }));
      const { rows } = await pool.query<{ moved: boolean }>({
        name: 'effect-step',
        text: `with ${moveCheckpoint},
          runs as (
            insert into es.effect_runs (effect, event_id, position, key)
            select $1, r."eventId", r.position, r.key
            from jsonb_to_recordset($7::jsonb) as r ("eventId" uuid, position bigint, key text)
            where exists (select from mine)
            on conflict (effect, event_id) do nothing
          )
          select exists (select from mine) as moved`,
        values: [...moveValues(key, move, worker), JSON.stringify(runs)],
      });
      return { moved: rows[0]?.moved === true };
    },
  });

  return {
    ...intake,
    async drain(budgetMs) {
      const until = Date.now() + budgetMs;
      const taken = await intake.drain(budgetMs);
      let ran = 0;
      for (;;) {
        const runs = await runDue();
        ran += runs;
        if (runs === 0) return { ...taken, handled: taken.handled + ran };
        if (Date.now() >= until) return { ...taken, handled: taken.handled + ran, caughtUp: false };
      }
    },
  };
};
