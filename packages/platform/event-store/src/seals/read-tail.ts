import { numberTypes } from '@waybill/db';
import type { Pool } from 'pg';

/** Events after the last seal. */
export interface Tail {
  readonly events: number;
  /** How long the oldest of them has been there, in seconds; 0 where there are none. */
  readonly seconds: number;
}

const SQL = `
  select count(*) as events, greatest(coalesce(extract(epoch from now() - min(recorded_at)), 0), 0)::float8 as seconds
  from es.events where position > $1 and position <= $2`;

export const readTail = async (pool: Pool, after: number, until: number): Promise<Tail> => {
  const { rows } = await pool.query<Tail>({ text: SQL, values: [after, until], types: numberTypes });
  return rows[0] ?? { events: 0, seconds: 0 };
};
