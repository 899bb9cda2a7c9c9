import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { masterKey, sealKey } from './keys.mjs';
import { ROOT } from './paths.mjs';

/** Settings from a file `.env` beside package.json, where there is one; what is set already wins. */
export const loadEnvFile = () => {
  const path = join(ROOT, '.env');
  if (existsSync(path)) process.loadEnvFile(path);
};

/**
 * What every app is told; `.env.example` explains each.
 * @param {object} options
 * @param {string} options.state
 * @param {import('./services.mjs').Services} options.services
 * @param {{ api: number, web: number }} options.ports
 * @param {NodeJS.ProcessEnv} [options.env] what the apps inherit
 * @returns {NodeJS.ProcessEnv}
 */
export const appEnvironment = ({ state, services, ports, env = process.env }) => {
  const host = env.HOST ?? '127.0.0.1';
  const named = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  const { DATABASE_OWNER_URL: _, ...inherited } = env; // only the migrations are the owner
  return {
    ...inherited,
    NODE_ENV: env.NODE_ENV ?? 'production',
    HOST: host,
    DATABASE_URL: services.url,
    REDIS_URL: services.redisUrl,
    WAYBILL_MASTER_KEY: env.WAYBILL_MASTER_KEY ?? masterKey(state),
    WAYBILL_SEAL_KEY: env.WAYBILL_SEAL_KEY ?? sealKey(state),
    WAYBILL_API_URL: env.WAYBILL_API_URL ?? `http://${named}:${ports.api}`,
    WAYBILL_WEB_URL: env.WAYBILL_WEB_URL ?? `http://${named}:${ports.web}`,
  };
};

/** Only the worker signs. @param {NodeJS.ProcessEnv} env @param {'api' | 'worker' | 'web'} name */
export const environmentOf = ({ WAYBILL_SEAL_KEY, ...env }, name) =>
  name === 'worker' ? { ...env, WAYBILL_SEAL_KEY } : env;

/** The ports that are used where they are free. @param {NodeJS.ProcessEnv} [env] */
export const preferredPorts = (env = process.env) => {
  const port = (/** @type {string} */ name, /** @type {number} */ usual) => Number(env[name] ?? usual);
  return {
    api: port('PORT', 4000),
    worker: port('WORKER_PORT', 4100),
    web: port('WEB_PORT', 3000),
    postgres: port('POSTGRES_PORT', 54_329),
    redis: port('REDIS_PORT', 63_799),
  };
};
