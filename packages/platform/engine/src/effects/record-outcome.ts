import type { Pool } from 'pg';
import type { Claimant, ClaimedRun } from './claim-runs.ts';

type Db = Pick<Pool, 'query'>;

/** The run is done, for good. */
export const recordSuccess = (pool: Db, effect: string, eventId: string) =>
  pool.query({
    name: 'effect-succeeded',
    text: `update es.effect_runs
           set outcome = 'succeeded', error = null, finished_at = now(), claimed_until = '-infinity'
           where effect = $1 and event_id = $2 and outcome is distinct from 'succeeded'`,
    values: [effect, eventId],
  });

/** It failed, and is tried again in `wait` milliseconds. */
export const recordFailure = (
  pool: Db,
  { effect, worker }: Claimant,
  { eventId }: ClaimedRun,
  error: string,
  wait: number,
) =>
  pool.query({
    name: 'effect-failed',
    text: `update es.effect_runs
           set error = $4, next_attempt_at = now() + make_interval(secs => $5 / 1000.0), claimed_until = '-infinity'
           where effect = $1 and claimed_by = $2 and event_id = $3 and outcome is null`,
    values: [effect, worker, eventId, error, wait],
  });

/** It is given up: a dead letter, where a person decides. What waits behind it goes on. */
export const recordDeath = (
  pool: Db,
  { effect, worker }: Claimant,
  { eventId, key, position, attempt }: ClaimedRun,
  error: string,
) =>
  pool.query({
    name: 'effect-died',
    text: `with dead as (
             update es.effect_runs
             set outcome = 'failed', error = $4, finished_at = now(), claimed_until = '-infinity'
             where effect = $1 and claimed_by = $2 and event_id = $3 and outcome is null
             returning 1
           )
           insert into es.dead_letters (consumer, key, position, attempts, error, parked_by)
           select $1, $5, $6, $7, $4, $2 from dead
           on conflict (consumer, generation, shard, key, position) do nothing`,
    values: [effect, worker, eventId, error, key, position, attempt],
  });

/** Nothing was wrong with it: the try does not count, and others may take it in `wait` milliseconds. */
export const giveBack = (pool: Db, { effect, worker }: Claimant, { eventId }: ClaimedRun, wait: number) =>
  pool.query({
    name: 'effect-given-back',
    text: `update es.effect_runs
           set attempts = attempts - 1, next_attempt_at = now() + make_interval(secs => $4 / 1000.0),
               claimed_until = '-infinity'
           where effect = $1 and claimed_by = $2 and event_id = $3 and outcome is null`,
    values: [effect, worker, eventId, wait],
  });
