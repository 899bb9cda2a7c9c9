import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { say, step, Trouble } from './say.mjs';

/**
 * Applies the migrations that the database lacks.
 * @param {string} ownerUrl
 * @param {string} [appPassword] gives the application's role this password
 */
export const migrateDatabase = (ownerUrl, appPassword) =>
  step('Migrating the database', async () => {
    const { tsImport } = await import('tsx/esm/api');
    const { migrate } = await tsImport('@waybill/db', import.meta.url);
    try {
      await migrate(ownerUrl, { dir: join(ROOT, 'prisma', 'migrations'), log: say, appPassword });
    } catch (error) {
      if (error instanceof Error && error.name === 'MigrationError') throw new Trouble(error.message);
      throw error;
    }
  });
