import { Redis } from 'ioredis';
import { describe, expect, it, onTestFinished } from 'vitest';
import { eventually, spawnApp, testDatabase, testRedis } from './index.ts';

describe('testDatabase', () => {
  it('is migrated, empty, and as the application sees it', async () => {
    const database = await testDatabase();
    onTestFinished(database.drop);
    const { rows } = await database.pool.query(
      'select current_user as role, (select count(*)::int from es.events) as events',
    );
    expect(rows).toEqual([{ role: 'waybill_app', events: 0 }]);
  });

  it('is one’s own: what one test writes another does not see', async () => {
    const [one, other] = await Promise.all([testDatabase(), testDatabase()]);
    onTestFinished(async () => void (await Promise.all([one.drop(), other.drop()])));
    const nameOf = async ({ pool }: typeof one) => (await pool.query('select current_database() as name')).rows[0].name;
    expect(await nameOf(one)).not.toBe(await nameOf(other));
  });
});

describe('testRedis', () => {
  it('comes back empty on the same address after a crash', async () => {
    const redis = await testRedis();
    onTestFinished(redis.stop);
    const client = new Redis(redis.url, { retryStrategy: () => 20, maxRetriesPerRequest: null });
    client.on('error', () => {});
    onTestFinished(() => client.disconnect());
    await client.set('key', 'value');
    await redis.crash();
    expect(await eventually(() => client.dbsize())).toBe(0);
  });
});

describe('spawnApp', () => {
  it('runs an app of the house in a process of its own, until it is killed', async () => {
    const [database, redis] = await Promise.all([testDatabase(), testRedis()]);
    onTestFinished(async () => void (await Promise.all([database.drop(), redis.stop()])));
    const api = await spawnApp('api', { DATABASE_URL: database.url, REDIS_URL: redis.url });
    onTestFinished(() => api.kill('SIGKILL'));
    await eventually(async () => (await fetch(`${api.url}/readyz`)).ok, { within: 2_000 });
    await api.kill('SIGKILL');
    expect(await api.gone).toBe('ended by SIGKILL');
    await expect(fetch(`${api.url}/readyz`)).rejects.toThrow();
  });

  it('says what an app logged that does not start', async () => {
    await expect(spawnApp('api', {})).rejects.toThrow(/api ended while starting.*DATABASE_URL/s);
  });
});

describe('eventually', () => {
  it('answers as soon as an attempt succeeds', async () => {
    let tries = 0;
    expect(await eventually(() => (++tries < 3 ? false : tries))).toBe(3);
  });

  it('fails with the last failure once its time is over', async () => {
    const attempt = eventually(() => expect('draft').toBe('placed'), { within: 50 });
    await expect(attempt).rejects.toThrow(/draft/);
  });
});
