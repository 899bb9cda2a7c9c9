import { APP, OWNER } from '../../../../scripts/lib/postgres.mjs';
import type { PostgresServer } from './services.ts';

const VARIABLE = 'WAYBILL_TEST_SERVER';

/** Addresses of the run's shared Postgres, with `{database}` where the database's name goes. */
export type Addresses = { readonly admin: string; readonly owner: string; readonly app: string };

export const addressesOf = ({ postgres }: PostgresServer): Addresses => ({
  admin: postgres.adminUrl,
  owner: postgres.url(OWNER, '{database}'),
  app: postgres.url(APP, '{database}'),
});

/** Tells the test files' processes, which inherit the environment, where the run's Postgres is. */
export const announce = (server: PostgresServer): void => {
  process.env[VARIABLE] = JSON.stringify(addressesOf(server));
};

/** The run's Postgres; throws outside of the projects that start one. */
export const sharedServer = (): Addresses => {
  const text = process.env[VARIABLE];
  if (!text)
    throw new Error(
      'No test server: name the file *.int.spec.ts or *.faults.spec.ts, and run it by vitest --project int|faults.',
    );
  return JSON.parse(text) as Addresses;
};
