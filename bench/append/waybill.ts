import { createPool } from '@waybill/db';
import { createEventStore } from '@waybill/event-store';
import { newId } from '@waybill/kernel';
import { closedLoop } from './closed-loop.mjs';
import { EVENT_DATA } from './event.mjs';

/** The production path: a new stream, one event, the command's row with it. Prints its figures as JSON. */
const [url = '', callers = '32', seconds = '5'] = process.argv.slice(2);
const pool = createPool(url);
const store = createEventStore(pool);
const actor = { kind: 'user', id: newId(), name: 'Ada Lovelace' } as const;
const requestHash = 'c0ffee'.padEnd(64, '0');

const appendOne = async (): Promise<void> => {
  const commandId = newId();
  const streamId = `order-${newId()}`;
  const { result } = await store.append({
    command: {
      commandId,
      type: 'PlaceOrder',
      streamId,
      payload: { orderId: streamId },
      requestHash,
      actor,
      correlationId: commandId,
      causationId: null,
    },
    streams: [
      {
        streamId,
        category: 'order',
        expected: 'NO_STREAM',
        events: [{ type: 'OrderPlaced', schemaVersion: 1, data: EVENT_DATA }],
      },
    ],
  });
  if (result !== 'appended') throw new Error(`An append was answered by ${result}.`);
};

console.log(JSON.stringify(await closedLoop(Number(callers), Number(seconds), appendOne)));
await pool.end();
