import { join } from 'node:path';
import { hasApt, starts, unpack, unpackedEnvironment } from './apt.mjs';
import { must, which } from './exec.mjs';
import { cacheFolder } from './paths.mjs';
import { step, Trouble } from './say.mjs';

/** @typedef {{ path: string, env: NodeJS.ProcessEnv }} Program */

/**
 * A Redis server to run: the one on the PATH, else the distribution's, unpacked into the project's own cache, else
 * Homebrew's. Nothing is installed into a Debian system, so that no service of it starts.
 * @returns {Promise<Program>}
 */
export const redisProgram = async () => {
  const present = which('redis-server', 'valkey-server');
  if (present) return { path: present, env: process.env };
  if (hasApt()) return unpackedRedis();
  const brew = which('brew');
  if (brew) await step('Installing Redis (brew install redis)', () => must(brew, ['install', 'redis']));
  const brewed = which('redis-server');
  if (brewed) return { path: brewed, env: process.env };
  throw new Trouble(
    'No Redis here: neither redis-server nor valkey-server is on the PATH, and there is no package manager I know.',
    'Install Redis 7 or Valkey, or set REDIS_URL, or run `docker compose up`.',
  );
};

/** @returns {Promise<Program>} */
const unpackedRedis = async () => {
  const root = join(cacheFolder(), 'redis');
  const path = join(root, 'usr', 'bin', 'redis-server');
  if (await starts(path, unpackedEnvironment(root))) return { path, env: unpackedEnvironment(root) };
  await step('Fetching Redis (apt-get download, into the project’s cache)', () => unpack(['redis-server'], root)).catch(
    (error) => {
      throw new Trouble(
        `Redis could not be fetched: ${error.message}`,
        'Install Redis 7 or Valkey, or set REDIS_URL, or run `docker compose up`.',
      );
    },
  );
  if (await starts(path, unpackedEnvironment(root))) return { path, env: unpackedEnvironment(root) };
  throw new Trouble(
    `The Redis in ${root} does not start.`,
    'Install Redis 7 or Valkey, or set REDIS_URL, or run `docker compose up`.',
  );
};
