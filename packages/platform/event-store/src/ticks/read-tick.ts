import { numberTypes } from '@waybill/db';
import type { Pool } from 'pg';

/** What is known of an instant by the ticks of the log's clock. */
export interface TickAt {
  /** The position that the last tick until then counted; 0 where there is none. */
  readonly position: number;
  /** There is a later tick: the position will never change. */
  readonly settled: boolean;
  /** Milliseconds until the database's clock is past it; 0 or less where it is. */
  readonly ahead: number;
}

export const readTick = async (pool: Pool, instant: Date): Promise<TickAt> => {
  const { rows } = await pool.query<TickAt>({
    name: 'es-tick-at',
    types: numberTypes,
    text: `select coalesce((
             select watermark from es.clock_ticks where ticked_at <= $1 order by ticked_at desc limit 1
           ), 0)::bigint as position,
           exists (select from es.clock_ticks where ticked_at > $1) as settled,
           (extract(epoch from $1 - clock_timestamp()) * 1000)::float8 as ahead`,
    values: [instant],
  });
  return rows[0] ?? { position: 0, settled: false, ahead: 0 };
};
