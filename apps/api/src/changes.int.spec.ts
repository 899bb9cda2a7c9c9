import { createLogger } from '@waybill/telemetry';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApi } from './api.ts';
import { openShop } from './testing/shop.ts';
import { type Message, subscribe } from './testing/sse.ts';
import { type House, startHouse } from './testing/start-house.ts';

let house: House;
let shop: Awaited<ReturnType<typeof openShop>>;
beforeAll(async () => {
  house = await startHouse();
  shop = await openShop(house);
});
afterAll(() => house.stop());

const CHANGES = `subscription ($after: Cursor, $topics: [String!], $ids: [ID!]) { changes(after: $after, topics: $topics, ids: $ids) {
  ... on Change { cursor event aggregateId position summary actor { name } command { type } topics keys } ... on TooLongAway { cursor } } }`;
const changeOf = ({ data }: Message) =>
  data?.changes as { cursor: string; event: string; aggregateId: string; position: number };

it('a change says what happened, who did it, and by which command', async () => {
  const live = await subscribe(house.url, CHANGES, { topics: ['reporting.order_board'] });
  expect(live.type).toContain('text/event-stream');
  const orderId = await shop.place();
  const first = changeOf(await live.next());
  await live.stop();
  expect(first).toMatchObject({
    event: 'OrderPlaced',
    aggregateId: orderId,
    summary: 'Order placed',
    actor: { name: 'Operator' },
    command: { type: 'PlaceOrder' },
    keys: expect.arrayContaining([orderId]),
  });
});

it('a client that was cut off goes on at another API process: each change once, in order', async () => {
  const other = await startApi({ ...house.env, PORT: 0 }, createLogger('api', 'error'));
  const live = await subscribe(house.url, CHANGES);
  const orderId = await shop.place();
  const seen = [changeOf(await live.next())];
  await live.stop();

  await shop.pay(orderId, 1836, 'missed');
  await shop.until(orderId, { invoiceStatus: 'PAID', deliveryStatus: 'SCHEDULED' });
  const resumed = await subscribe(`http://127.0.0.1:${other.port}`, CHANGES, { after: seen[0]?.cursor });
  const laterId = await shop.place();
  while (seen.at(-1)?.aggregateId !== laterId) seen.push(changeOf(await resumed.next()));
  await resumed.stop();
  await other.stop();

  const { rows } = await house.pool.query(
    'select position from es.events where position between $1 and $2 order by position',
    [seen[0]?.position, seen.at(-1)?.position],
  );
  expect(seen.map(({ position }) => position)).toEqual(rows.map(({ position }) => Number(position)));
  const events = seen.map(({ event }) => event);
  expect(events).toEqual(expect.arrayContaining(['PaymentReceived', 'InvoiceIssued', 'DeliveryScheduled']));
});

it('one order can be watched with everything that belongs to it', async () => {
  const orderId = await shop.place();
  await shop.place();
  await shop.until(orderId, { paymentStatus: 'REQUESTED' });
  const live = await subscribe(
    house.url,
    'subscription ($id: ID!) { orderChanged(id: $id) { ... on Change { event stream keys } } }',
    { id: orderId },
  );
  await shop.pay(orderId, 1836, 'watched');
  const events: string[] = [];
  while (!events.includes('InvoiceIssued')) {
    const change = (await live.next()).data?.orderChanged as { event: string; keys: string[] };
    expect(change.keys).toContain(orderId);
    events.push(change.event);
  }
  await live.stop();
  expect(events).toContain('PaymentReceived');
});

it('the state of the system is told at once and again when it differs', async () => {
  const live = await subscribe(house.url, 'subscription { systemStatus { watermark upToDate } }');
  const status = async () => (await live.next()).data?.systemStatus as { watermark: number };
  const { watermark } = await status();
  await shop.place();
  expect((await status()).watermark).toBeGreaterThan(watermark);
  await live.stop();
});

it('a client that takes a stream or JSON gets a stream', async () => {
  const accept = 'application/json, text/event-stream, multipart/mixed';
  const live = await subscribe(house.url, 'subscription { systemStatus { watermark } }', {}, accept);
  expect(live.type).toContain('text/event-stream');
  expect((await live.next()).data?.systemStatus).toBeDefined();
  await live.stop();
});

it('an API process that stops ends its subscriptions and leaves at once', async () => {
  const other = await startApi({ ...house.env, PORT: 0 }, createLogger('api', 'error'));
  const url = `http://127.0.0.1:${other.port}`;
  const streams = [await subscribe(url, CHANGES), await subscribe(url, 'subscription { systemStatus { watermark } }')];
  await streams[1]?.next();
  const from = Date.now();
  await other.stop();
  expect(Date.now() - from, 'it does not wait until they leave').toBeLessThan(10_000);
  for (const stream of streams) await stream.stop();
});

it('a cursor or topic that cannot be is told so', async () => {
  const bad = async (variables: object) => {
    const live = await subscribe(house.url, CHANGES, variables);
    const message = await live.next();
    await live.stop();
    return message.errors?.[0]?.message;
  };
  expect(await bad({ topics: ['nonsense'] })).toContain("There is no topic 'nonsense'");
  expect(await bad({ after: 'nonsense' })).toContain('is no cursor');
});
