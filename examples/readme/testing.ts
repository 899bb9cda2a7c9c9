import assert from 'node:assert/strict';
import { eventually, testDatabase, testRedis } from '@waybill/testing';

const database = await testDatabase(); // migrated and empty: { url, ownerUrl, adminUrl, pool, drop }
const redis = await testRedis(); // a server of one's own: { url, wipe, crash, stop }

const { rows } = await database.pool.query('select count(*)::int as events from es.events');
assert.deepEqual(rows, [{ events: 0 }]);

let tries = 0;
await eventually(
  () => {
    tries += 1;
    return tries === 3;
  },
  { within: 5_000 },
); // tries until it holds; never a fixed sleep

await redis.stop();
await database.drop();
