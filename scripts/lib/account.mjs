import { spawnSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { which } from './exec.mjs';
import { Trouble } from './say.mjs';

const NAME = 'postgres';

/** @param {string} name @returns {{ uid: number, gid: number } | undefined} */
const lookUp = (name) => {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
  if (uid?.status !== 0 || gid?.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
};

/**
 * Postgres refuses to run as root, so root lends it an account without a login.
 * @returns {{ uid: number, gid: number } | undefined} undefined: we are not root, it runs as ourselves
 */
export const serverAccount = () => {
  if (process.getuid?.() !== 0) return undefined;
  const known = lookUp(NAME);
  if (known) return known;
  const useradd = which('useradd');
  const adduser = which('adduser');
  if (useradd)
    spawnSync(useradd, ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME]);
  else if (adduser) spawnSync(adduser, ['-S', '-D', '-H', NAME]);
  const made = lookUp(NAME);
  if (made) return made;
  throw new Trouble(
    'Postgres does not run as root, and no account could be made for it.',
    'Run this as an ordinary user, or set DATABASE_URL and DATABASE_OWNER_URL.',
  );
};

/**
 * Whether an account can enter and read a path.
 * @param {{ uid: number, gid: number }} account
 * @param {string} path
 */
export const canReach = (account, path) =>
  spawnSync('/bin/sh', ['-c', 'test -r "$1" && test -x "$1"', 'sh', path], { ...account }).status === 0;

/**
 * Gives a folder to an account.
 * @param {string} path
 * @param {{ uid: number, gid: number } | undefined} account
 */
export const give = (path, account) => {
  if (account) chownSync(path, account.uid, account.gid);
};
