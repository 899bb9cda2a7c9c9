import assert from 'node:assert/strict';
import { createPool } from '@waybill/db';
import { type CommandRecord, createEventStore } from '@waybill/event-store';
import { newId } from '@waybill/kernel';

const pool = createPool(process.env.DATABASE_URL ?? '');
const store = createEventStore(pool);

const streamId = `order-${newId()}`;
const actor = { kind: 'user', id: 'ana', name: 'Ana' } as const;
const ids = { commandId: newId(), correlationId: newId(), causationId: null };
const command: CommandRecord = { ...ids, type: 'PlaceOrder', streamId, payload: {}, requestHash: 'c0ffee', actor };
const events = [{ type: 'OrderPlaced', schemaVersion: 1, data: { lines: 2 } }];
const append = () =>
  store.append({ command, streams: [{ streamId, category: 'order', expected: 'NO_STREAM', events }] });

assert.equal((await append()).result, 'appended');
assert.equal((await append()).result, 'duplicate'); // the same command again: it is answered with its stored outcome

const [placed] = await store.load(streamId);
const { events: page, watermark } = await store.feed(0, { types: ['OrderPlaced'], limit: 100 });
assert.deepEqual(page.at(-1), placed);
assert.ok(watermark >= (placed?.position ?? 0));
await pool.end();
