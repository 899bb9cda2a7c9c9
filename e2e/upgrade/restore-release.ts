import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@waybill/db';
import { readDump, restoreDatabase, type TestDatabase, testDatabase } from '@waybill/testing';
import { ROOT } from '../../scripts/lib/paths.mjs';

const MIGRATIONS = join(ROOT, 'prisma', 'migrations');

/** A database as an earlier release left it: its tables by that release's migrations, its rows by a dump. */
export const restoreRelease = async (dumpPath: string): Promise<TestDatabase> => {
  const dump = await readDump(dumpPath);
  const database = await testDatabase(undefined, 'template0');
  const dir = await mkdtemp(join(tmpdir(), 'waybill-release-'));
  try {
    for (const name of await readdir(MIGRATIONS))
      if (name <= dump.migration) await cp(join(MIGRATIONS, name), join(dir, name), { recursive: true });
    await migrate(database.ownerUrl, { dir });
    await restoreDatabase(database.adminUrl, dump);
    return database;
  } finally {
    await rm(dir, { recursive: true });
  }
};

/** Brings it to the present, as a deployment does. Answers with the migrations that this took. */
export const upgrade = ({ ownerUrl }: TestDatabase): Promise<readonly string[]> =>
  migrate(ownerUrl, { dir: MIGRATIONS });
