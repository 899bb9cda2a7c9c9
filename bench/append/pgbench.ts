import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasApt, unpack, unpackedEnvironment } from '../../scripts/lib/apt.mjs';
import { must, which } from '../../scripts/lib/exec.mjs';
import { cacheFolder } from '../../scripts/lib/paths.mjs';
import { step, Trouble } from '../../scripts/lib/say.mjs';
import { percentiles } from './closed-loop.mjs';
import type { Figures } from './contestant.ts';
import { EVENT_DATA } from './event.mjs';

export interface Pgbench {
  readonly path: string;
  readonly env: NodeJS.ProcessEnv;
  readonly version: string;
}

const PACKAGE = 'postgresql-15';
const below = (root: string) => {
  const versions = existsSync(root) ? readdirSync(root) : [];
  return versions.map((version) => join(root, version, 'bin', 'pgbench')).find(existsSync);
};

/** pgbench from the PATH, else of an installed Postgres, else the distribution's, unpacked into the project's cache. */
export const findPgbench = async (): Promise<Pgbench> => {
  const present = which('pgbench') ?? below('/usr/lib/postgresql');
  if (present) return withVersion(present, process.env);
  const root = join(cacheFolder(), 'pgbench');
  const unpacked = () => below(join(root, 'usr/lib/postgresql'));
  if (!unpacked() && hasApt()) await step('Fetching pgbench (apt-get download)', () => unpack([PACKAGE], root));
  const path = unpacked();
  if (path) return withVersion(path, unpackedEnvironment(root));
  throw new Trouble('pgbench is the floor of this benchmark, and it is not here.', `Install it (Debian: ${PACKAGE}).`);
};

const withVersion = async (path: string, env: NodeJS.ProcessEnv): Promise<Pgbench> => {
  const version = await must(path, ['--version'], { env });
  return { path, env, version: version.trim() };
};

/** The table it writes to: an id and a document, nothing else. */
export const PGBENCH_TABLE =
  'create table if not exists pgbench_events (id bigint generated always as identity primary key, data jsonb not null)';

/** Inserts of so many rows each, prepared, by so many clients; the rate counts rows. */
export const runPgbench = async (
  { path, env }: Pgbench,
  url: string,
  { clients, seconds, rows }: { clients: number; seconds: number; rows: number },
): Promise<Figures> => {
  const dir = mkdtempSync(join(tmpdir(), 'waybill-pgbench-'));
  const values = Array.from({ length: rows }, () => `('${JSON.stringify(EVENT_DATA)}')`).join(',');
  writeFileSync(join(dir, 'insert.sql'), `insert into pgbench_events (data) values ${values};\n`);
  const { hostname, port, username, password, pathname } = new URL(url);
  const load = ['-n', '-M', 'prepared', '-c', `${clients}`, '-j', '2', '-T', `${seconds}`, '-f', 'insert.sql', '-l'];
  const server = ['-h', hostname, '-p', port, '-U', username, pathname.slice(1)];
  try {
    const output = await must(path, [...load, ...server], { cwd: dir, env: { ...env, PGPASSWORD: password } });
    const tps = Number(/tps = ([\d.]+)/.exec(output)?.[1]);
    return { rate: tps * rows, ...percentiles(latenciesIn(dir)) };
  } finally {
    rmSync(dir, { recursive: true });
  }
};

/** The third column of its log is the time of a transaction in microseconds. */
const latenciesIn = (dir: string): number[] =>
  readdirSync(dir)
    .filter((name) => name.startsWith('pgbench_log.'))
    .flatMap((name) => readFileSync(join(dir, name), 'utf8').trimEnd().split('\n'))
    .map((line) => Number(line.split(' ')[2]) / 1_000);
