import { performance } from 'node:perf_hooks';
import { Redis } from 'ioredis';
import type { Pool } from 'pg';
import type { HttpConnection } from '../lib/http-connection.ts';

/** The floor: a Yoga mutation, two durable commits, a message through Redis; one after the other, as any design must. */
export const createBareSequence = async (owner: Pool, pool: Pool, redisUrl: string) => {
  await owner.query(`
    create schema floor;
    create table floor.commits (id bigint generated always as identity primary key, body text);`);
  const publisher = new Redis(redisUrl);
  const subscriber = new Redis(redisUrl);
  const waiting = new Map<string, () => void>();
  subscriber.on('message', (_channel, id: string) => {
    waiting.get(id)?.();
    waiting.delete(id);
  });
  await subscriber.subscribe('bench.floor');
  const body = 'x'.repeat(300);
  return {
    async run(id: string, connection: HttpConnection, mutation: string): Promise<number> {
      const start = performance.now();
      await connection.post('/graphql', mutation);
      for (let commit = 0; commit < 2; commit += 1)
        await pool.query('insert into floor.commits (body) values ($1)', [body]);
      const arrived = new Promise<void>((resolve) => waiting.set(id, resolve));
      await publisher.publish('bench.floor', id);
      await arrived;
      return performance.now() - start;
    },
    close() {
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
};
