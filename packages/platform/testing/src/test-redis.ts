import { Redis } from 'ioredis';
import { startRedisServer } from './services.ts';

/** A Redis server of one's own. */
export type TestRedis = {
  readonly url: string;
  /** forgets everything, as a lost Redis would */
  readonly wipe: () => Promise<void>;
  /** ends it as `kill -9` does, and starts an empty one on the same port */
  readonly crash: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Starts a Redis of one's own (some 20 ms): pub/sub and queues of two test files never meet. */
export const testRedis = async (): Promise<TestRedis> => {
  let server = await startRedisServer();
  const { url, port } = server.redis;
  const wipe = async () => {
    const client = new Redis(url);
    await client.flushall();
    client.disconnect();
  };
  const crash = async () => {
    await server.redis.server.stop('SIGKILL');
    await server.remove();
    server = await startRedisServer(undefined, port);
  };
  return { url, wipe, crash, stop: () => server.remove() };
};
