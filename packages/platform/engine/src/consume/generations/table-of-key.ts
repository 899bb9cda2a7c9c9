import type { Pool } from 'pg';
import type { Projection, TableOf } from '../../define/projection.ts';
import type { ConsumerKey } from '../checkpoint.ts';

/** Where the rows are whose checkpoint this is. */
export const tableOfKey = async (
  client: Pick<Pool, 'query'>,
  { table }: Projection,
  { consumer, generation }: ConsumerKey,
): Promise<TableOf> => {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `select table_schema as schema, table_name as name from es.generations where projection = $1 and generation = $2`,
    [consumer, generation],
  );
  return { ...table, ...rows[0] };
};
