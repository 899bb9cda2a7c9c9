import { numberTypes } from '@waybill/db';
import type { Pool } from 'pg';

// Halves the log until one gap between two events is left: a look into the primary key per step, some twenty for a
// million events, and no index of times that an append would have to keep.
const SQL = `
  with recursive search(low, high) as (
    select 0::bigint, $2::bigint
    union all
    select case when probe.recorded_at < $1 then probe.position else low end,
           case when probe.recorded_at < $1 then high else (low + high) / 2 end
      from search
      left join lateral (
        select position, recorded_at from es.events
         where position > (low + high) / 2 and position <= high
         order by position limit 1
      ) as probe on true
     where low < high
  )
  select min(high) as position from search where low >= high`;

/**
 * A position that parts what was recorded before `at` from what came later: the last one at or under `watermark` that is
 * older. Times are nearly in the order of positions, not quite: leave a margin, and compare the events themselves.
 */
export const positionAt = async (pool: Pool, at: Date, watermark: number): Promise<number> => {
  const { rows } = await pool.query<{ position: number | null }>({
    text: SQL,
    values: [at, watermark],
    types: numberTypes,
  });
  return rows[0]?.position ?? watermark;
};
