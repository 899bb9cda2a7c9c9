import { Redis, type RedisOptions } from 'ioredis';
import { type Log, silent } from './log.ts';

/** Come back soon, and then every second: a Redis that restarts is a matter of seconds. */
const retryStrategy = (attempt: number): number => Math.min(20 * 2 ** Math.min(attempt, 10), 1_000);

/** A connection whose commands fail at once while Redis is away, so that nobody waits for a hint. */
export const IMPATIENT: RedisOptions = {
  retryStrategy,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  commandTimeout: 1_000,
  connectTimeout: 2_000,
  keepAlive: 5_000,
};

/** A connection that waits for Redis as long as it takes: for subscriptions and for workers. */
export const PATIENT: RedisOptions = {
  retryStrategy,
  maxRetriesPerRequest: null,
  connectTimeout: 2_000,
  keepAlive: 5_000,
};

/** Opens a connection that reconnects by itself and says once per outage what is wrong. */
export const connect = (url: string, name: string, options: RedisOptions, log: Log): Redis => {
  const redis = new Redis(url, { ...options, connectionName: `waybill:${name}` });
  let away = false;
  redis.on('error', (error: Error) => {
    if (away) return;
    away = true;
    log.warn({ connection: name, error: error.message }, 'Redis is away; trying again, changes are polled meanwhile');
  });
  redis.on('ready', () => {
    if (away) log.info({ connection: name }, 'Redis is back');
    away = false;
  });
  return redis;
};

/** A connection for data: what is asked of it fails at once while Redis is away. */
export const connectStore = (url: string, log: Log = silent): Redis => connect(url, 'store', IMPATIENT, log);
