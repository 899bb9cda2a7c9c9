import assert from 'node:assert/strict';
import { createPool } from '@waybill/db';
import { createEngine } from '@waybill/engine';
import { createEventStore } from '@waybill/event-store';
import { createLiveHub } from '@waybill/live';
import { createDrainWorkers, createWakeUps } from '@waybill/queue';
import { shelf } from './shelf.ts'; // one aggregate, one view: example.shelves

const [url, redisUrl] = [process.env.DATABASE_URL ?? '', process.env.REDIS_URL ?? ''];
const pool = createPool(url);
const store = createEventStore(pool);
const wakeUps = createWakeUps(redisUrl);
await wakeUps.ready();
const masterKey = Buffer.alloc(32, 1);
const engine = createEngine({ pool, store, modules: [shelf], masterKey, onCommitted: wakeUps.hint });
const workers = createDrainWorkers({ consumers: engine.consumers, redisUrl, wakeUps });
workers.start();
const hub = createLiveHub({ pool, store, engine, projections: shelf.projections ?? [], wakeUps });

// A subscription is a cursor: name the last one you saw in `after`, at this or any other process. Without it the first
// change is one that comes after the subscription has begun, which takes a moment.
const after = String(await store.watermark());
const changes = hub.changes({ topics: ['example.shelves'], after });
const next = changes.next();
const actor = { kind: 'user', id: 'ana', name: 'Ana' } as const;
const put = await engine.execute({ type: 'PutThing', data: { shelfId: 'a', thing: 'vase' }, actor });

const position = put.status === 'accepted' ? (put.position ?? 0) : 0;
assert.ok(await hub.waitVisible(position, ['example.shelves'], 20_000)); // read your own write
const { value: change } = await next;
assert.deepEqual([change.event, change.actor.name, change.keys], ['ThingPut', 'Ana', ['a']]);

await changes.return?.();
await workers.close();
await hub.close();
await wakeUps.close();
await pool.end();
