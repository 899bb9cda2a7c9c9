import type { Pool } from 'pg';
import type { Process } from '../../define/process.ts';
import {
  INSTANCE,
  type InstanceRow,
  listed,
  PROCESS_STATUSES,
  type ProcessInstance,
  type ProcessStatus,
  statusIs,
} from './instance-row.ts';

/** Which instances; left out or null: all. */
export interface InstanceFilter {
  readonly process?: string | null | undefined;
  readonly instance?: string | null | undefined;
  readonly statuses?: readonly ProcessStatus[] | null | undefined;
}

export interface InstancePage {
  /** By number, both exclusive. */
  readonly below?: number | undefined;
  readonly above?: number | undefined;
  readonly limit: number;
  readonly order: 'newest first' | 'oldest first';
}

/** Instances of the processes, by when they began. */
export const listInstances = async (
  pool: Pick<Pool, 'query'>,
  processes: readonly Process[],
  { process = null, instance = null, statuses }: InstanceFilter,
  { below, above, limit, order }: InstancePage,
): Promise<ProcessInstance[]> => {
  const wanted = PROCESS_STATUSES.filter((status) => statuses?.includes(status)).map(
    (status) => `(${statusIs[status]})`,
  );
  const { rows } = await pool.query<InstanceRow>(
    `select ${INSTANCE} from es.process_instances i
     where ($1::text is null or i.process = $1) and ($2::text is null or i.instance = $2)
       and i.id < $3 and i.id > $4 ${wanted.length > 0 ? `and (${wanted.join(' or ')})` : ''}
     order by i.id ${order === 'newest first' ? 'desc' : 'asc'} limit $5`,
    [process, instance, below ?? Number.MAX_SAFE_INTEGER, above ?? 0, limit],
  );
  return rows.map((row) =>
    listed(
      row,
      processes.find(({ name }) => name === row.process),
    ),
  );
};
