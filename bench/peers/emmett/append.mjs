import { randomUUID } from 'node:crypto';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { closedLoop } from '../../append/closed-loop.mjs';
import { EVENT_DATA } from '../../append/event.mjs';

// As emmett's own documentation shows it: one store, its pool as it comes.
const [url = '', callers = '32', seconds = '5'] = process.argv.slice(2);
const store = getPostgreSQLEventStore(url);
const appendOne = async () => {
  await store.appendToStream(`order-${randomUUID()}`, [{ type: 'OrderPlaced', data: EVENT_DATA }], {
    expectedStreamVersion: 'STREAM_DOES_NOT_EXIST',
  });
};
await appendOne(); // creates its tables
console.log(JSON.stringify(await closedLoop(Number(callers), Number(seconds), appendOne)));
await store.close();
