import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface MigrationFile {
  readonly name: string;
  readonly sql: string;
  /** sha-256 of the file, as Prisma writes it. */
  readonly checksum: string;
}

/** The migrations of a folder, `<time>_<name>/migration.sql`, in the order in which they are applied. */
export const readMigrations = async (dir: string): Promise<readonly MigrationFile[]> => {
  const entries = await readdir(dir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory() && /^\d{14}_/.test(entry.name)).map(({ name }) => name);
  const files = await Promise.all(names.sort().map((name) => readMigration(dir, name)));
  return files.filter((file) => file !== undefined);
};

/** Nothing for an empty folder: git leaves those behind when it changes branches. */
const readMigration = async (dir: string, name: string): Promise<MigrationFile | undefined> => {
  if ((await readdir(join(dir, name))).length === 0) return undefined;
  const bytes = await readFile(join(dir, name, 'migration.sql'));
  return { name, sql: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') };
};
