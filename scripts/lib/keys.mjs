import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folder } from './paths.mjs';

/**
 * A secret that is made once and kept in a file only its owner can read.
 * @param {string} state
 * @param {string} name
 * @param {() => string} make
 */
const keep = (state, name, make) => {
  const keys = folder(state, 'keys');
  chmodSync(keys, 0o700);
  const path = join(keys, name);
  if (!existsSync(path)) place(path, make());
  return readFileSync(path, 'utf8').trim();
};

/**
 * Puts a file in place whole; of two that do so at once the first wins, and both read the same.
 * @param {string} path
 * @param {string} secret
 */
const place = (path, secret) => {
  const scratch = `${path}.${process.pid}`;
  writeFileSync(scratch, `${secret}\n`, { mode: 0o600 });
  try {
    linkSync(scratch, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  } finally {
    rmSync(scratch);
  }
};

/** The key that wraps all keys of personal data: 32 bytes, base64. Without it they cannot be read again. @param {string} state */
export const masterKey = (state) => keep(state, 'master.key', () => randomBytes(32).toString('base64'));

/** The key that signs the seals of the log: 32 bytes, base64. Whoever has it can seal another log. @param {string} state */
export const sealKey = (state) => keep(state, 'seal.key', () => randomBytes(32).toString('base64'));

/** The seal key, where one was made. @param {string} state */
export const knownSealKey = (state) => (existsSync(join(state, 'keys', 'seal.key')) ? sealKey(state) : undefined);

/**
 * The password of a role of the embedded Postgres.
 * @param {string} state
 * @param {string} role
 */
export const password = (state, role) => keep(state, `${role}.password`, () => randomBytes(24).toString('base64url'));
