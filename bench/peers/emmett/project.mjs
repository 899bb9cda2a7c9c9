import { getPostgreSQLEventStore, postgreSQLEventStoreConsumer } from '@event-driven-io/emmett-postgresql';
import { createPool } from '@waybill/db';
import pg from 'pg';
import { orderBoard } from '../../../packages/contexts/reporting/src/read-models/order-board.ts';
import { openTable } from '../../../packages/platform/engine/src/consume/table.ts';

// The same fold into the same table, by emmett's consumer: each event in a transaction of its own, as its handlers are called.
const [url = '', source = '', events = '20000', batchSize = '0', pullingFrequencyInMs = '0'] = process.argv.slice(2);
const revived = ({ recorded }) => ({
  ...recorded,
  occurredAt: new Date(recorded.occurredAt),
  recordedAt: new Date(recorded.recordedAt),
});

const fill = async () => {
  const from = new pg.Client({ connectionString: source });
  await from.connect();
  const { rows } = await from.query(
    `select stream_id as "streamId", split_part(stream_id, '-', 1) as category, version::int, position::int, type, actor, data,
            substr(stream_id, position('-' in stream_id) + 1) as id, occurred_at as "occurredAt", recorded_at as "recordedAt"
     from es.events where type = any($1) order by position limit $2`,
    [orderBoard.events.map(({ type }) => type), Number(events)],
  );
  await from.end();
  const waiting = [...grouped(rows)];
  const store = getPostgreSQLEventStore(url);
  const append = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      await store.appendToStream(
        next[0],
        next[1].map((recorded) => ({ type: recorded.type, data: { recorded } })),
      );
  };
  await store.schema.migrate();
  await Promise.all(Array.from({ length: 8 }, append));
  await store.close();
};
const grouped = (rows) => {
  const streams = new Map();
  for (const row of rows) streams.set(row.streamId, [...(streams.get(row.streamId) ?? []), row]);
  return streams;
};

const pool = createPool(url, { max: 2 });
const { rows: filled } = await pool.query(`select to_regclass('public.emt_messages') as there`);
if (filled[0]?.there === null) await fill();
await pool.query('truncate reporting.order_board');
await pool.query('vacuum analyze emt_messages');

const table = await openTable(pool, { consumer: '', generation: 1, shard: 0 }, '', orderBoard.table);
let handled = 0;
const pulling =
  batchSize === '0'
    ? {}
    : { pulling: { batchSize: Number(batchSize), pullingFrequencyInMs: Number(pullingFrequencyInMs) } };
const consumer = postgreSQLEventStoreConsumer({
  connectionString: url,
  stopWhen: { noMessagesLeft: true },
  ...pulling,
});
consumer.reactor({
  processorId: `order-board-${Date.now()}`,
  eachMessage: async ({ data }, { connection }) => {
    const event = revived(data);
    const { client } = connection;
    const [key] = orderBoard.keys(event);
    const { rows } = await client.query('select to_jsonb(t) as row from reporting.order_board t where id = $1', [key]);
    const row = orderBoard.evolve(rows[0] && camel(rows[0].row), event, key);
    await table.patch(client, { rows: row ? [{ ...row, updatedPosition: event.position }] : [], gone: [] });
    handled += 1;
  },
});
const camel = (row) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name.replace(/_([a-z0-9])/g, (_, c) => c.toUpperCase()), value]),
  );
const began = performance.now();
await consumer.start();
const seconds = (performance.now() - began) / 1_000;
await consumer.close();
const { rows: counted } = await pool.query('select count(*)::int as rows from reporting.order_board');
await pool.end();
console.log(JSON.stringify({ handled, seconds, rate: handled / seconds, rows: counted[0].rows }));
process.exit(0);
