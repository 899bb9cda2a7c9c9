import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must, run, which } from './exec.mjs';
import { cacheFolder, folder } from './paths.mjs';

const isRoot = process.getuid?.() === 0;

/** Whether this is a Debian or one of its kin. */
export const hasApt = () => Boolean(which('apt-get') && which('dpkg-deb'));

/** Without root, apt keeps its lists in a folder of ours. */
const options = () => {
  if (isRoot) return [];
  const own = folder(cacheFolder(), 'apt');
  folder(own, 'lists', 'partial');
  folder(own, 'cache', 'archives', 'partial');
  return ['-o', `Dir::State::lists=${own}/lists`, '-o', `Dir::Cache=${own}/cache`, '-o', 'Debug::NoLocking=true'];
};

const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };

/** Brings the package lists up to date; old ones name packages that the mirrors no longer have. */
const update = () => must('apt-get', [...options(), '-q', 'update'], { env });

/**
 * Downloads packages, with what they need and the system lacks, and unpacks them into a folder: nothing is installed,
 * no service is started, nothing outside of the folder changes.
 * @param {readonly string[]} packages
 * @param {string} into
 */
export const unpack = async (packages, into) => {
  await update();
  const plan = await must('apt-get', [...options(), '-s', '--no-install-recommends', 'install', ...packages], { env });
  const needed = [...plan.matchAll(/^Inst (\S+)/gm)].map(([, name = '']) => name);
  const scratch = `${into}.${process.pid}`;
  const downloads = folder(scratch, 'downloads');
  await must('apt-get', [...options(), '-q', 'download', ...needed], { env, cwd: downloads });
  for (const file of readdirSync(downloads)) await must('dpkg-deb', ['-x', join(downloads, file), scratch], { env });
  rmSync(downloads, { recursive: true });
  // Renamed as a whole: a half-unpacked folder is never taken for a program, and two starts at once do not mix.
  rmSync(into, { recursive: true, force: true });
  renameSync(scratch, into);
};

/**
 * Installs packages into the system, as root. No service is started on the way (Debian asks policy-rc.d).
 * @param {readonly string[]} packages
 */
export const installPackages = async (packages) => {
  await update();
  const policy = '/usr/sbin/policy-rc.d';
  const ours = !existsSync(policy);
  if (ours) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    await must('apt-get', ['-q', '-y', '--no-install-recommends', 'install', ...packages], { env });
  } finally {
    if (ours) rmSync(policy);
  }
};

/**
 * Whether an unpacked program finds its libraries.
 * @param {string} program
 * @param {NodeJS.ProcessEnv} environment
 */
export const starts = async (program, environment) => {
  if (!existsSync(program)) return false;
  return run(program, ['--version'], { env: environment }).then(
    ({ code }) => code === 0,
    () => false,
  );
};

/** The folders below one, itself first, that hold shared libraries. @param {string} folder @returns {string[]} */
const libraryFolders = (folder) => {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  const below = entries
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => libraryFolders(join(folder, name)));
  return entries.some(({ name }) => /\.so(\.|$)/.test(name)) ? [folder, ...below] : below;
};

/**
 * The environment in which an unpacked program finds its libraries; some packages keep theirs in a folder of their own.
 * @param {string} root the folder it was unpacked into
 */
export const unpackedEnvironment = (root) => {
  const folders = [join(root, 'usr', 'lib'), join(root, 'lib')].flatMap(libraryFolders);
  return { ...process.env, LD_LIBRARY_PATH: [...folders, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':') };
};
