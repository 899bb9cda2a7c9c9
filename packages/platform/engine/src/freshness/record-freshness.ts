import type { Pool } from 'pg';

/** How old the rows of a projection are, at one moment. */
export interface Measured {
  readonly consumer: string;
  /** How old they may be, in milliseconds. */
  readonly objectiveMs: number;
  /** How long the oldest event that they do not show yet has been waiting, in milliseconds. */
  readonly lagMs: number;
  /** Events that they do not show yet; counted up to a limit. */
  readonly lagEvents: number;
}

/** For how long it must be late without a break before that is an alert, and fresh before the alert is over (ms). */
export interface Hysteresis {
  readonly openAfterMs: number;
  readonly closeAfterMs: number;
}

/** An alert that this measurement opened or closed. */
export interface AlertChange {
  readonly change: 'opened' | 'closed';
  readonly consumer: string;
  readonly objectiveMs: number;
  readonly worstLagMs: number;
}

const RECORD = `
  insert into es.freshness as f (consumer, objective_ms, lag_ms, lag_events, late_since, fresh_since, measured_at)
  select m.consumer, m."objectiveMs", m."lagMs", m."lagEvents",
         case when m."lagMs" > m."objectiveMs" then now() end, case when m."lagMs" <= m."objectiveMs" then now() end, now()
    from jsonb_to_recordset($1::jsonb) as m (consumer text, "objectiveMs" integer, "lagMs" bigint, "lagEvents" integer)
   order by m.consumer
  on conflict (consumer) do update
  set objective_ms = excluded.objective_ms, lag_ms = excluded.lag_ms, lag_events = excluded.lag_events,
      late_since = case when excluded.late_since is not null then coalesce(f.late_since, now()) end,
      fresh_since = case when excluded.fresh_since is not null then coalesce(f.fresh_since, now()) end,
      measured_at = now()`;

const OPEN = `
  insert into es.alerts (kind, subject, objective_ms, worst_lag_ms, worst_events, opened_at)
  select 'freshness', consumer, objective_ms, lag_ms, lag_events, late_since from es.freshness
   where late_since <= now() - make_interval(secs => $1 / 1000.0)
   order by consumer
  on conflict (kind, subject) where closed_at is null do nothing
  returning 'opened' as change, subject as consumer, objective_ms as "objectiveMs", worst_lag_ms as "worstLagMs"`;

const WORSEN = `
  update es.alerts a
  set worst_lag_ms = greatest(a.worst_lag_ms, f.lag_ms), worst_events = greatest(a.worst_events, f.lag_events)
  from es.freshness f
  where a.kind = 'freshness' and a.subject = f.consumer and a.closed_at is null
    and (f.lag_ms > a.worst_lag_ms or f.lag_events > a.worst_events)`;

/** Also closed: what nobody measures any more, because no running code has it. */
const CLOSE = `
  update es.alerts a set closed_at = now() from es.freshness f
  where a.kind = 'freshness' and a.subject = f.consumer and a.closed_at is null
    and (f.fresh_since <= now() - make_interval(secs => $1 / 1000.0) or f.measured_at < now() - interval '5 minutes')
  returning 'closed' as change, a.subject as consumer, a.objective_ms as "objectiveMs", a.worst_lag_ms as "worstLagMs"`;

/**
 * Stores a measurement and opens and closes alerts by it. Since when a projection has been late is kept in the store, so
 * the measurements of all workers count together; where two of them find the same, one of them opens the alert.
 */
export const recordFreshness = async (
  pool: Pick<Pool, 'query'>,
  measured: readonly Measured[],
  { openAfterMs, closeAfterMs }: Hysteresis,
): Promise<AlertChange[]> => {
  await pool.query(RECORD, [JSON.stringify(measured)]);
  await pool.query(WORSEN);
  const opened = await pool.query<AlertChange>(OPEN, [openAfterMs]);
  const closed = await pool.query<AlertChange>(CLOSE, [closeAfterMs]);
  return [...opened.rows, ...closed.rows];
};
