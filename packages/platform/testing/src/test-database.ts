import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { withClient } from '../../../../scripts/lib/postgres.mjs';
import { eventually } from './eventually.ts';
import { type PostgresServer, TEMPLATE } from './services.ts';
import { type Addresses, addressesOf, sharedServer } from './shared-server.ts';

/** A database of one's own: migrated, and empty, if it is a copy of the template. */
export type TestDatabase = {
  /** as the application's role */
  readonly url: string;
  /** as the role that owns the tables */
  readonly ownerUrl: string;
  /** as a superuser, whom no right and no trigger stops */
  readonly adminUrl: string;
  /** a pool of the application's role, closed by `drop` */
  readonly pool: pg.Pool;
  /** closes the pool and drops the database, whoever is still connected */
  readonly drop: () => Promise<void>;
};

/** Milliseconds for connections that are being closed to be gone, so that the server has not to cut them off. */
const LEAVING = 2_000;

const emptied = (client: pg.Client, name: string): Promise<unknown> =>
  eventually(
    async () => (await client.query('select from pg_stat_activity where datname = $1', [name])).rowCount === 0,
    { within: LEAVING },
  ).catch(() => {}); // whoever is still there is meant to be cut off

/**
 * A fresh copy of the migrated template, on the run's Postgres or on a server of one's own; `template0` for one without
 * any table.
 */
export const testDatabase = async (server?: PostgresServer, template = TEMPLATE): Promise<TestDatabase> => {
  const addresses: Addresses = server ? addressesOf(server) : sharedServer();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await withClient(addresses.admin, (client) =>
    client.query(`create database ${name} template ${template} owner waybill_owner`),
  );
  const url = addresses.app.replace('{database}', name);
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  pool.on('error', () => {}); // an idle connection that the server ended; the next query takes another
  const drop = async () => {
    await pool.end();
    await withClient(addresses.admin, async (client) => {
      await emptied(client, name);
      await client.query(`drop database if exists ${name} with (force)`);
    });
  };
  const adminUrl = Object.assign(new URL(addresses.admin), { pathname: `/${name}` }).href;
  return { url, ownerUrl: addresses.owner.replace('{database}', name), adminUrl, pool, drop };
};
