import { join } from 'node:path';
import pg from 'pg';
import { ensureApplicationRole } from './application-role.ts';
import { type MigrationFile, readMigrations } from './migration-files.ts';
import {
  type AppliedMigration,
  ensureHistory,
  lockHistory,
  readHistory,
  recordMigration,
} from './migration-history.ts';

export interface MigrateOptions {
  /** The folder of migrations; `prisma/migrations` under the current directory, when left out. */
  readonly dir?: string;
  /** The password of the application's role; without it the role exists but cannot log in. */
  readonly appPassword?: string;
  readonly log?: (line: string) => void;
}

/** What stands in the way of migrating, and what to do about it. */
export class MigrationError extends Error {
  override name = 'MigrationError';
}

/**
 * Brings a database up to date: every migration that is not applied yet, in order, one transaction each. Two at once
 * are safe: the second waits. Writes Prisma's history, so that `prisma migrate deploy` agrees.
 * Returns the names of the migrations that were applied now.
 */
export const migrate = async (ownerUrl: string, options: MigrateOptions = {}): Promise<readonly string[]> => {
  const migrations = await readMigrations(options.dir ?? join(process.cwd(), 'prisma', 'migrations'));
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'waybill-migrate' });
  await client.connect();
  try {
    await lockHistory(client);
    await ensureHistory(client);
    await ensureApplicationRole(client, options.appPassword);
    const pending = pendingOf(migrations, await readHistory(client));
    for (const migration of pending) {
      options.log?.(`migrating ${migration.name}`);
      await apply(client, migration);
    }
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
};

const pendingOf = (files: readonly MigrationFile[], history: readonly AppliedMigration[]): readonly MigrationFile[] => {
  const applied = new Map(history.map((migration) => [migration.name, migration]));
  for (const { name, finished } of history) {
    if (!finished)
      throw new MigrationError(
        `Migration ${name} was begun by Prisma and not finished: resolve it by \`prisma migrate resolve\`.`,
      );
  }
  for (const file of files) {
    const before = applied.get(file.name);
    if (before !== undefined && before.checksum !== file.checksum)
      throw new MigrationError(
        `Migration ${file.name} was changed after it was applied: restore the file, and put the change into a new migration.`,
      );
  }
  return files.filter(({ name }) => !applied.has(name));
};

const apply = async (client: pg.Client, migration: MigrationFile): Promise<void> => {
  await client.query('begin');
  try {
    await client.query(migration.sql);
    await recordMigration(client, migration);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationError(`Migration ${migration.name} failed and left nothing behind: ${reason}`, { cause: error });
  }
};
