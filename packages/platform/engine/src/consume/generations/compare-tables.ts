import type { ClientBase } from 'pg';
import type { TableOf } from '../../define/projection.ts';
import { NAMED } from './comparison.ts';

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;
const named = ({ schema, name }: TableOf) => `${quote(schema)}.${quote(name)}`;

export interface Tables {
  readonly before: TableOf;
  readonly after: TableOf;
  /** Columns that both have. */
  readonly columns: readonly string[];
  readonly keyType: string;
}

const COLUMNS = `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type
  from pg_attribute a join pg_attribute b
    on b.attrelid = $2::regclass and b.attname = a.attname and b.attnum > 0 and not b.attisdropped
  where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`;

export const tablesToCompare = async (client: ClientBase, before: TableOf, after: TableOf): Promise<Tables> => {
  const { rows } = await client.query<{ name: string; type: string }>(COLUMNS, [named(before), named(after)]);
  const keyType = rows.find(({ name }) => name === after.key)?.type ?? 'text';
  return { before, after, columns: rows.map(({ name }) => name), keyType };
};

const rowOf = ({ columns }: Tables, alias: string) =>
  `row(${columns.map((column) => `${alias}.${quote(column)}`).join(', ')})`;

export interface Totals {
  readonly rows: number;
  readonly checksum: string;
}

const totals = async (client: ClientBase, tables: Tables, table: TableOf): Promise<Totals> => {
  const { rows } = await client.query<Totals>(
    `select count(*)::int as rows, coalesce(bit_xor(hash_record_extended(${rowOf(tables, 't')}, 0)), 0)::text as checksum
     from ${named(table)} t`,
  );
  return rows[0] ?? { rows: 0, checksum: '0' };
};

export interface WholeComparison {
  readonly before: Totals;
  readonly after: Totals;
  /** Keys whose rows are not the same, up to {@link NAMED}. */
  readonly keys: readonly string[];
}

/** Reads both tables as a whole, in the snapshot of the client's transaction; row by row only where a checksum differs. */
export const compareWhole = async (client: ClientBase, tables: Tables): Promise<WholeComparison> => {
  const before = await totals(client, tables, tables.before);
  const after = await totals(client, tables, tables.after);
  if (before.rows === after.rows && before.checksum === after.checksum) return { before, after, keys: [] };
  const key = quote(tables.after.key);
  const { rows } = await client.query<{ key: string }>(
    `select coalesce(b.${key}, a.${key})::text as key
     from ${named(tables.before)} b full join ${named(tables.after)} a on a.${key} = b.${key}
     where ${rowOf(tables, 'b')} is distinct from ${rowOf(tables, 'a')} order by 1 limit ${NAMED}`,
  );
  return { before, after, keys: rows.map((row) => row.key) };
};

export interface LateComparison {
  readonly before: number;
  readonly after: number;
  readonly keys: readonly string[];
}

/** Compares what was touched after `since`, and these keys; and how many rows there are. Leaves out what is `parked`. */
export const compareLate = async (
  client: ClientBase,
  tables: Tables,
  since: number,
  suspects: readonly string[],
  parked: readonly string[],
): Promise<LateComparison> => {
  const key = quote(tables.after.key);
  const [before, after] = [named(tables.before), named(tables.after)];
  const late = tables.columns.includes('updated_position') ? 'updated_position > $1' : '$1::bigint is not null';
  const { rows } = await client.query<{ key: string }>(
    `with touched as (
       select ${key} from ${before} where ${late} union select ${key} from ${after} where ${late}
       union select s::${tables.keyType} from unnest($2::text[]) as s
     )
     select t.${key}::text as key from touched t
     left join ${before} b on b.${key} = t.${key} left join ${after} a on a.${key} = t.${key}
     where ${rowOf(tables, 'b')} is distinct from ${rowOf(tables, 'a')} and t.${key}::text <> all($3)
     order by 1 limit ${NAMED}`,
    [since, suspects, parked],
  );
  const { rows: counts } = await client.query<{ before: number; after: number }>(
    `select (select count(*)::int from ${before} where ${key}::text <> all($1)) as before,
            (select count(*)::int from ${after} where ${key}::text <> all($1)) as after`,
    [parked],
  );
  return { ...(counts[0] ?? { before: 0, after: 0 }), keys: rows.map((row) => row.key) };
};
