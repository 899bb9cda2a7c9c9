// npm run migrate: applies the migrations that the database of DATABASE_OWNER_URL (or DATABASE_URL) lacks.
// WAYBILL_APP_PASSWORD, where it is set, becomes the password of the application's role.
import { loadEnvFile } from './lib/environment.mjs';
import { generate } from './lib/generate.mjs';
import { install } from './lib/install.mjs';
import { migrateDatabase } from './lib/migrate.mjs';
import { complain, Trouble } from './lib/say.mjs';

try {
  loadEnvFile();
  const url = process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL;
  if (!url)
    throw new Trouble(
      'Which database?',
      'Set DATABASE_OWNER_URL to the address of its owner. (`npm start` migrates its own.)',
    );
  await install();
  await generate();
  await migrateDatabase(url, process.env.WAYBILL_APP_PASSWORD);
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
