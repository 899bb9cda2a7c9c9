import { numberTypes } from '@waybill/db';
import type { Recorded } from '@waybill/engine';
import { EVENT_COLUMNS, type EventRow, toRecordedEvent } from '@waybill/event-store';
import { batched } from '../batch.ts';
import type { GraphContext } from '../context.ts';

/** An event by its position. Batched. */
export const eventAt = batched<GraphContext, Recorded>(async ({ pool, engine }, positions) => {
  const { rows } = await pool.query<EventRow & unknown[]>({
    text: `select ${EVENT_COLUMNS} from es.events e where e.position = any($1::bigint[])`,
    values: [positions],
    rowMode: 'array',
    types: numberTypes,
  });
  const events = await engine.decode(rows.map(toRecordedEvent));
  return new Map(events.map((event) => [String(event.position), event]));
});
