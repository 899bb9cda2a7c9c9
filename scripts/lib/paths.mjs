import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Where everything lives that is not in the repository: databases, logs, keys, what was downloaded. */
export const STATE = resolve(process.env.WAYBILL_STATE ?? join(ROOT, '.waybill'));

/**
 * A folder, made where it is missing.
 * @param {...string} parts
 */
export const folder = (...parts) => {
  const path = join(...parts);
  mkdirSync(path, { recursive: true });
  return path;
};

/** What was downloaded once and serves every later start; shared by all states of this checkout. */
export const cacheFolder = () => folder(process.env.WAYBILL_CACHE ?? join(ROOT, '.waybill', 'cache'));
