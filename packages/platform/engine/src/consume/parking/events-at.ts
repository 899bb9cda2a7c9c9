import { numberTypes } from '@waybill/db';
import { EVENT_COLUMNS, type EventRow, toRecordedEvent } from '@waybill/event-store';
import type { Pool } from 'pg';
import type { Recorded } from '../../define/event.ts';
import type { EventCodec } from '../../event-codec.ts';

/** The events at these positions, readable and in order. */
export const eventsAt = async (
  pool: Pick<Pool, 'query'>,
  codec: Pick<EventCodec, 'decode'>,
  positions: readonly number[],
): Promise<Recorded[]> => {
  const { rows } = await pool.query<EventRow & unknown[]>({
    text: `select ${EVENT_COLUMNS} from es.events e where e.position = any($1) order by e.position`,
    values: [positions],
    rowMode: 'array',
    types: numberTypes,
  });
  return codec.decode(rows.map(toRecordedEvent));
};
