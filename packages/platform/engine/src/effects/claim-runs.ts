import type { Pool } from 'pg';

/** A run that this worker has claimed. */
export interface ClaimedRun {
  readonly eventId: string;
  readonly position: number;
  readonly key: string;
  /** Which try it is, from 1. */
  readonly attempt: number;
}

/** Whose runs they are, and who runs them. */
export interface Claimant {
  readonly effect: string;
  readonly worker: string;
}

/** A claim holds this long unless it is renewed; then others take the run over. Milliseconds. */
export const CLAIM = 5_000;
const UNTIL = `now() + interval '${CLAIM} milliseconds'`;

/**
 * Claims what is due: of each key the first event alone, so that a key's events are run in order and one that waits for its
 * next try holds back no other key. The try is counted before it begins: one that ends its process is not tried for ever.
 */
export const claimRuns = async (
  pool: Pick<Pool, 'query'>,
  { effect, worker }: Claimant,
  limit: number,
): Promise<ClaimedRun[]> => {
  const { rows } = await pool.query<ClaimedRun>({
    name: 'effect-claim',
    text: `with due as (
             select r.event_id from es.effect_runs r
             where r.effect = $1 and r.outcome is null and r.next_attempt_at <= now() and r.claimed_until < now()
               and not exists (
                 select from es.effect_runs earlier
                 where earlier.effect = $1 and earlier.key = r.key and earlier.outcome is null
                   and earlier.position < r.position
               )
             order by r.position limit $3
             for update skip locked
           )
           update es.effect_runs r
           set attempts = attempts + 1, claimed_by = $2, claimed_until = ${UNTIL}, started_at = now()
           from due where r.effect = $1 and r.event_id = due.event_id
           returning r.event_id as "eventId", r.position, r.key, r.attempts as attempt`,
    values: [effect, worker, limit],
  });
  return rows;
};

/** Keeps the claims of runs that take long. */
export const renewClaims = (pool: Pick<Pool, 'query'>, { effect, worker }: Claimant, eventIds: readonly string[]) =>
  pool.query(
    `update es.effect_runs set claimed_until = ${UNTIL}
     where effect = $1 and claimed_by = $2 and event_id = any($3::uuid[]) and outcome is null`,
    [effect, worker, eventIds],
  );
