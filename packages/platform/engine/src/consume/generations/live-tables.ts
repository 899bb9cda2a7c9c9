import { perTick } from '@waybill/kernel';
import type { Pool } from 'pg';
import type { Projection } from '../../define/projection.ts';

/** What code reads of these projections: for es.readable_generations. */
export const wantedOf = (projections: readonly Projection[]): string =>
  JSON.stringify(projections.map(({ name, version, table }) => ({ projection: name, version, template: table.name })));

const SELECT = `select table_schema || '.' || template as named, table_schema || '.' || table_name as actual
  from es.readable_generations($1::jsonb) where template <> table_name`;

/**
 * Reads the pointers: for each table that code names and that is elsewhere now, its name. Who asks gets what held after they
 * asked; those who ask within one turn of the event loop share a look.
 */
export const liveTables = (
  pool: Pool,
  projections: () => readonly Projection[],
): (() => Promise<ReadonlyMap<string, string>>) => {
  let wanted: string | undefined;
  const read = perTick(async (calls: readonly null[]) => {
    wanted ??= wantedOf(projections());
    const { rows } = await pool.query<{ named: string; actual: string }>({
      name: 'live-tables',
      text: SELECT,
      values: [wanted],
    });
    const names = new Map(rows.map(({ named, actual }) => [named, actual]));
    return calls.map(() => names);
  });
  return () => read(null);
};
