import { join } from 'node:path';
import { folder } from './paths.mjs';
import { ensureDatabase, startPostgres } from './postgres.mjs';
import { startRedis } from './redis.mjs';
import { say, step } from './say.mjs';

/**
 * @typedef {object} Services what the apps stand on
 * @property {string} url the database as the application's role
 * @property {string} ownerUrl the database as its owner, for migrations
 * @property {string} redisUrl
 * @property {readonly import('./processes.mjs').Started[]} servers those that we started
 * @property {() => Promise<void>} stop ends those that we started
 */

/**
 * Postgres and Redis: the ones named by DATABASE_URL and REDIS_URL, else embedded ones whose data stays in `state`.
 * @param {object} options
 * @param {string} options.state
 * @param {{ postgres?: number, redis?: number }} [options.ports] preferred
 * @param {NodeJS.ProcessEnv} [options.env]
 * @returns {Promise<Services>}
 */
export const startServices = async ({ state, ports = {}, env = process.env }) => {
  /** @type {import('./processes.mjs').Started[]} */
  const servers = [];
  /** @type {(() => Promise<void>)[]} */
  const stops = [];
  const stop = async () => {
    for (const end of stops.reverse()) await end();
  };
  try {
    const database = env.DATABASE_URL
      ? external(env, env.DATABASE_URL)
      : await embedded(state, ports.postgres, servers, stops);
    const redisUrl = env.REDIS_URL ?? (await ownRedis(state, ports.redis, servers, stops));
    if (env.REDIS_URL) say('Using the Redis of REDIS_URL');
    return { ...database, redisUrl, servers, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

/** @param {NodeJS.ProcessEnv} env @param {string} url */
const external = (env, url) => {
  say('Using the database of DATABASE_URL');
  return { url, ownerUrl: env.DATABASE_OWNER_URL ?? url };
};

/**
 * @param {string} state
 * @param {number | undefined} port
 * @param {import('./processes.mjs').Started[]} servers
 * @param {(() => Promise<void>)[]} stops
 */
const embedded = async (state, port, servers, stops) => {
  const log = join(folder(state, 'logs'), 'postgres.log');
  const postgres = await step('Starting Postgres', () =>
    startPostgres({ dir: join(state, 'postgres'), state, log, port }),
  );
  servers.push(postgres.server);
  stops.push(postgres.stop);
  return ensureDatabase(postgres, state, 'waybill');
};

/**
 * @param {string} state
 * @param {number | undefined} port
 * @param {import('./processes.mjs').Started[]} servers
 * @param {(() => Promise<void>)[]} stops
 */
const ownRedis = async (state, port, servers, stops) => {
  const log = join(folder(state, 'logs'), 'redis.log');
  const redis = await step('Starting Redis', () => startRedis({ dir: folder(state, 'redis'), log, port }));
  servers.push(redis.server);
  stops.push(redis.stop);
  return redis.url;
};
