import { batched } from './batch.ts';
import type { GraphContext } from './context.ts';

export interface EventReference {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly position: number;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
}

/** The columns of an event `e` that say where it stands. */
export const REFERENCE = `e.event_id as id, e.type, e.stream_id as stream, e.position, e.occurred_at as "occurredAt",
  e.recorded_at as "recordedAt"`;

const SELECT = `select ${REFERENCE} from es.events e where e.event_id = any($1::uuid[])`;

/** Where an event stands, by its id. Batched. */
export const eventById = batched<GraphContext, EventReference>(async ({ pool }, ids) => {
  const { rows } = await pool.query<EventReference>(SELECT, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
});
