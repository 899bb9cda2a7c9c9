import type { Pool } from 'pg';
import type { KnownInstance } from './react-batch.ts';

interface InstanceRow {
  readonly instance: string;
  readonly state: unknown;
  readonly position: number;
  readonly waits: KnownInstance['waits'];
  readonly refused: KnownInstance['refused'];
  readonly cancelled: boolean;
  readonly parkError: string | null;
  readonly parked: readonly number[];
  readonly event_id: string | null;
  readonly correlation_id: string | null;
}

const COLUMNS = `i.instance, i.state, i.position, i.waits, i.refused, i.cancelled_at is not null as cancelled,
  i.park_error as "parkError", i.parked::float8[] as parked`;
const ALONE = `${COLUMNS}, null as event_id, null as correlation_id from es.process_instances i`;
const WITH_CAUSE = `${COLUMNS}, e.event_id, e.correlation_id
  from es.process_instances i left join es.events e on e.position = i.position`;

/**
 * Instances of one process as they stand, by instance; one that has not begun is missing. `causes`: with their last events,
 * for whatever is no event itself.
 */
export const readInstances = async (
  pool: Pick<Pool, 'query'>,
  process: string,
  instances: readonly string[],
  { causes }: { readonly causes: boolean },
): Promise<Map<string, KnownInstance>> => {
  const { rows } = await pool.query<InstanceRow>({
    name: causes ? 'process-instances-caused' : 'process-instances',
    text: `select ${causes ? WITH_CAUSE : ALONE} where i.process = $1 and i.instance = any($2)`,
    values: [process, instances],
  });
  return new Map(
    rows.map(({ instance, event_id: eventId, correlation_id: correlationId, ...known }) => [
      instance,
      { ...known, ...(eventId && correlationId ? { cause: { eventId, correlationId } } : {}) },
    ]),
  );
};
