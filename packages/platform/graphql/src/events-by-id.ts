import { batched } from './batch.ts';
import type { GraphContext } from './context.ts';

export interface EventReference {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly position: number;
}

const SELECT =
  'select event_id as id, type, stream_id as stream, position from es.events where event_id = any($1::uuid[])';

/** Where an event stands, by its id. Batched. */
export const eventById = batched<GraphContext, EventReference>(async ({ pool }, ids) => {
  const { rows } = await pool.query<EventReference>(SELECT, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
});
