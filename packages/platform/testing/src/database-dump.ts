import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type pg from 'pg';
import { withClient } from '../../../../scripts/lib/postgres.mjs';

/** Everything a database of some release holds. Its tables are made by the migrations up to `migration`. */
export interface DatabaseDump {
  /** The last migration that had been applied. */
  readonly migration: string;
  /** Rows by 'schema.table', each as Postgres writes it as JSON. */
  readonly tables: Readonly<Record<string, readonly object[]>>;
  /** The last value of each sequence that was used, by 'schema.sequence'. */
  readonly sequences: Readonly<Record<string, string>>;
}

const HISTORY = '_prisma_migrations';
const TABLES = `
  select format('%I.%I', n.nspname, c.relname) as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' and c.relname <> '${HISTORY}'
  order by 1`;
const SEQUENCES = `
  select format('%I.%I', schemaname, sequencename) as name, last_value::text as last
  from pg_sequences where last_value is not null order by 1`;
const COLUMNS = `
  select format('%I', attname) as name from pg_attribute
  where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`;

/** Reads a whole database, at rest, as a superuser. */
export const dumpDatabase = (adminUrl: string): Promise<DatabaseDump> =>
  withClient(adminUrl, async (client: pg.Client) => {
    const history = await client.query(`select max(migration_name) as migration from ${HISTORY}`);
    const tables: Record<string, object[]> = {};
    for (const { name } of (await client.query<{ name: string }>(TABLES)).rows) {
      const { rows } = await client.query<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t`);
      if (rows.length > 0) tables[name] = rows.map(({ row }) => JSON.parse(row) as object);
    }
    const { rows } = await client.query<{ name: string; last: string }>(SEQUENCES);
    return {
      migration: history.rows[0].migration,
      tables,
      sequences: Object.fromEntries(rows.map(({ name, last }) => [name, last])),
    };
  });

/** Fills a database that was migrated up to the dump's `migration` and is empty otherwise, as a superuser. */
export const restoreDatabase = (adminUrl: string, { tables, sequences }: DatabaseDump): Promise<void> =>
  withClient(adminUrl, async (client: pg.Client) => {
    // The rows are what triggers and keys have seen to already.
    await client.query(`set session_replication_role = 'replica'`);
    for (const [name, rows] of Object.entries(tables)) {
      const columns = (await client.query<{ name: string }>(COLUMNS, [name])).rows.map((column) => column.name).join();
      // What the migrations put there. Most tables are empty, and some let nobody delete.
      if ((await client.query(`select from ${name} limit 1`)).rowCount) await client.query(`delete from ${name}`);
      await client.query(
        `insert into ${name} (${columns}) overriding system value
         select ${columns} from jsonb_populate_recordset(null::${name}, $1::jsonb)`,
        [JSON.stringify(rows)],
      );
    }
    for (const [name, last] of Object.entries(sequences)) await client.query('select setval($1, $2)', [name, last]);
  });

export const writeDump = async (path: string, dump: DatabaseDump): Promise<void> =>
  writeFile(path, await promisify(gzip)(JSON.stringify(dump), { level: 9 }));

export const readDump = async (path: string): Promise<DatabaseDump> =>
  JSON.parse((await promisify(gunzip)(await readFile(path))).toString()) as DatabaseDump;
