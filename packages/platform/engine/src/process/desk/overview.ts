import type { Pool } from 'pg';
import { millisecondsOf } from '../../define/duration.ts';
import type { Process } from '../../define/process.ts';
import { statusIs } from './instance-row.ts';

/** Of each status, no more than this many are counted. */
export const COUNTED = 10_000;

export interface ProcessOverview {
  readonly name: string;
  readonly waits: readonly { readonly name: string; readonly for: string; readonly deadlineSeconds: number }[];
  readonly waiting: number;
  readonly late: number;
  readonly troubled: number;
}

const count = (status: 'WAITING' | 'LATE' | 'TROUBLED') => `(
  select count(*)::int from (
    select from es.process_instances i where i.process = p.name and ${statusIs[status]} limit ${COUNTED}
  ) as counted)`;

export const readOverview = async (
  pool: Pick<Pool, 'query'>,
  processes: readonly Process[],
): Promise<ProcessOverview[]> => {
  const { rows } = await pool.query<Omit<ProcessOverview, 'waits'>>(
    `select p.name, ${count('WAITING')} as waiting, ${count('LATE')} as late, ${count('TROUBLED')} as troubled
     from unnest($1::text[]) as p (name)`,
    [processes.map(({ name }) => name)],
  );
  return processes.map(({ name, waits }) => ({
    ...(rows.find((row) => row.name === name) ?? { waiting: 0, late: 0, troubled: 0 }),
    name,
    waits: Object.entries(waits).map(([wait, { for: what, deadline }]) => ({
      name: wait,
      for: what,
      deadlineSeconds: millisecondsOf(deadline) / 1_000,
    })),
  }));
};
