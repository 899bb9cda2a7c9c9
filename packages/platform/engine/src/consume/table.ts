import type { Pool } from 'pg';
import type { TableOf } from '../define/projection.ts';
import { type ConsumerKey, moveCheckpointAsParked, moveValues } from './checkpoint.ts';
import { insertLetters } from './parking/insert-letters.ts';
import { parksAnew, type Row, type RowChanges, type RowStore } from './row-store.ts';

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const camel = (name: string) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const rename = (row: Row, as: (name: string) => string): Row =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [as(name), value]));
const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;

export interface RowTable extends RowStore {
  /** Writes rows as they are, for a caller that holds the checkpoint's lock in a transaction of `client`. */
  patch(client: Pick<Pool, 'query'>, changes: RowChanges): Promise<void>;
}

/** The rows of a projection in a table of Postgres; its columns are read once from the catalogue. */
export const openTable = async (
  pool: Pick<Pool, 'query'>,
  consumer: ConsumerKey,
  worker: string,
  table: TableOf,
): Promise<RowTable> => {
  const name = `${quote(table.schema)}.${quote(table.name)}`;
  const { rows: columns } = await pool.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [name],
  );
  const key = columns.find((column) => column.name === table.key);
  if (!key) throw new Error(`${name} has no column ${table.key}`);
  const list = columns.map((column) => quote(column.name)).join(', ');
  const updates = columns
    .filter((column) => column !== key)
    .map((column) => `${quote(column.name)} = excluded.${quote(column.name)}`)
    .join(', ');
  const keyName = camel(table.key);
  const stored = (rows: readonly Row[]) => JSON.stringify(rows.map((row) => rename(row, snake)));
  const changes = (rows: string, gone: string, condition: string) => `
          gone as (delete from ${name} where ${quote(table.key)} = any(${gone}::${key.type}[]) and ${condition}),
          written as (
            insert into ${name} (${list})
            select ${list} from jsonb_populate_recordset(null::${name}, ${rows}::jsonb) where ${condition}
            on conflict (${quote(table.key)}) do update set ${updates}
          )`;

  return {
    async load(keys) {
      if (keys.length === 0) return new Map();
      const { rows } = await pool.query<{ row: Row }>({
        name: `load ${name}`,
        text: `select to_jsonb(t) as row from ${name} t where t.${quote(table.key)} = any($1::${key.type}[])`,
        values: [keys],
      });
      return new Map(rows.map(({ row }) => rename(row, camel)).map((row) => [String(row[keyName]), row]));
    },
    async save({ rows, gone, letters, parks, ...move }) {
      const { rows: moved } = await pool.query<{ moved: boolean }>({
        name: `save ${name}`,
        text: `with ${moveCheckpointAsParked}, ${changes('$9', '$10', 'exists (select from mine)')},
          letters as (${insertLetters('$11', 'exists (select from mine)')})
          select exists (select from mine) as moved`,
        values: [
          ...moveValues(consumer, move, worker),
          parks,
          parksAnew({ letters }) ? 1 : 0,
          stored(rows),
          gone,
          JSON.stringify(letters),
        ],
      });
      return moved[0]?.moved === true;
    },
    async patch(client, { rows, gone }) {
      await client.query({
        name: `patch ${name}`,
        text: `with ${changes('$1', '$2', 'true')} select`,
        values: [stored(rows), gone],
      });
    },
  };
};
