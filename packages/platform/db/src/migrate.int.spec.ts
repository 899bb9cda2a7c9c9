import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPool } from './create-pool.ts';
import { migrate } from './migrate.ts';
import { readMigrations } from './migration-files.ts';

let database: TestDatabase;
let dir: string;
let client: pg.Client;
beforeEach(async () => {
  database = await testDatabase();
  dir = await mkdtemp(join(tmpdir(), 'waybill-migrations-'));
  client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
});
afterEach(async () => {
  await client.end();
  await database.drop();
  await rm(dir, { recursive: true });
});

const write = async (name: string, sql: string) => {
  await mkdir(join(dir, name), { recursive: true });
  await writeFile(join(dir, name, 'migration.sql'), sql);
};
const run = () => migrate(database.ownerUrl, { dir });
const FIRST = '29990101000000_first';
const SECOND = '29990102000000_second';

describe('migrating', () => {
  it('applies what is missing, in order, once', async () => {
    await write(SECOND, 'insert into notes values (1)');
    await write(FIRST, 'create table notes (id int)');
    expect([await run(), await run()]).toEqual([[FIRST, SECOND], []]);
    await write('29990103000000_third', 'insert into notes values (2)');
    expect(await run()).toEqual(['29990103000000_third']);
    expect((await client.query('select id from notes order by id')).rows).toEqual([{ id: 1 }, { id: 2 }]);
  });

  it('writes the history that Prisma expects', async () => {
    await write(FIRST, 'select 1');
    await run();
    const { rows } = await client.query(
      `select checksum, migration_name, finished_at >= started_at as finished, rolled_back_at, applied_steps_count as steps
       from _prisma_migrations where migration_name = $1`,
      [FIRST],
    );
    const [file] = await readMigrations(dir);
    const row = { migration_name: FIRST, finished: true, rolled_back_at: null, steps: 1, checksum: file?.checksum };
    expect(rows).toEqual([row]);
  });

  it('refuses a file that was changed after it was applied', async () => {
    await write(FIRST, 'create table notes (id int)');
    await run();
    await write(FIRST, 'create table notes (id bigint)');
    await expect(run()).rejects.toThrow(`Migration ${FIRST} was changed after it was applied: restore the file`);
  });

  it('leaves nothing of a migration that fails, and goes on there the next time', async () => {
    await write(FIRST, 'create table notes (id int); select no_such_function();');
    await expect(run()).rejects.toThrow(/29990101000000_first failed and left nothing behind: .*no_such_function/);
    await write(FIRST, 'create table notes (id int)');
    expect(await run()).toEqual([FIRST]);
  });

  it('is safe when two run at once', async () => {
    await write(FIRST, 'create table notes (id int); select pg_sleep(0.1);');
    await write(SECOND, 'insert into notes values (1)');
    const applied = await Promise.all([run(), run(), run()]);
    expect(applied.flat().sort()).toEqual([FIRST, SECOND]);
  });

  it('passes over a folder that git left empty', async () => {
    await mkdir(join(dir, FIRST));
    expect(await run()).toEqual([]);
  });
});

describe('a pool', () => {
  it('gives bigints as numbers, and refuses those that a number cannot hold', async () => {
    const pool = createPool(database.url, { name: 'pool-spec' });
    const { rows } = await pool.query(
      "select 9007199254740991::bigint as most, current_setting('application_name') as name",
    );
    expect(rows).toEqual([{ most: Number.MAX_SAFE_INTEGER, name: 'pool-spec' }]);
    await expect(pool.query('select 9007199254740993::bigint')).rejects.toThrow(RangeError);
    await pool.end();
  });

  it('ends a transaction that waits for its client', async () => {
    const pool = createPool(database.url, { idleInTransactionTimeout: 50 });
    const connection = await pool.connect();
    const ended = new Promise<Error>((resolve) => connection.once('error', resolve));
    await connection.query('begin');
    expect((await ended).message).toMatch(/idle-in-transaction timeout/);
    connection.release(true);
    await pool.end();
  });
});
