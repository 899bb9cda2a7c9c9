import type { Pool } from 'pg';

export interface AlertRow {
  readonly id: number;
  /** The consumer that was late. */
  readonly subject: string;
  readonly objectiveMs: number;
  readonly worstLagMs: number;
  readonly worstEvents: number;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}

export interface AlertWindow {
  /** undefined: all; true: those that last; false: those that are over. */
  readonly open: boolean | undefined;
  /** Ids; both exclusive. */
  readonly below?: number | undefined;
  readonly above?: number | undefined;
  readonly limit: number;
  readonly order: 'newest first' | 'oldest first';
}

const MATCHES = '($1::boolean is null or (closed_at is null) = $1)';

export const findAlerts = async (
  pool: Pick<Pool, 'query'>,
  { open, below, above, limit, order }: AlertWindow,
): Promise<AlertRow[]> => {
  const { rows } = await pool.query<AlertRow>(
    `select id, subject, objective_ms as "objectiveMs", worst_lag_ms::float8 as "worstLagMs",
            worst_events as "worstEvents", opened_at as "openedAt", closed_at as "closedAt"
     from es.alerts
     where ${MATCHES} and ($2::bigint is null or id < $2) and ($3::bigint is null or id > $3)
     order by id ${order === 'newest first' ? 'desc' : 'asc'} limit $4`,
    [open, below, above, limit],
  );
  return rows;
};

export const countAlerts = async (pool: Pick<Pool, 'query'>, open: boolean | undefined): Promise<number> => {
  const { rows } = await pool.query<{ alerts: number }>(
    `select count(*)::int as alerts from es.alerts where ${MATCHES}`,
    [open],
  );
  return rows[0]?.alerts ?? 0;
};
