import { eventually } from '@waybill/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countStatements } from './testing/count-statements.ts';
import { openShop } from './testing/shop.ts';
import { type House, startHouse } from './testing/start-house.ts';

let house: House;
let shop: Awaited<ReturnType<typeof openShop>>;
let orderId: string;
beforeAll(async () => {
  house = await startHouse();
  shop = await openShop(house);
  orderId = await shop.place(6);
  await shop.until(orderId, { status: 'CONFIRMED' });
});
afterAll(() => house.stop());

interface Event {
  readonly id: string;
  readonly type: string;
  readonly position: number;
  readonly correlationId: string;
}
const PAGE = `query ($filter: EventFilter, $first: Int, $after: String, $last: Int, $before: String) {
  events(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    searchedTo
    nodes { id type position correlationId stream data metadata schemaVersion actor { name } command { type } causedBy { type } }
    pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }`;
const page = async (
  variables: object,
): Promise<{ nodes: Event[]; pageInfo: Record<string, unknown>; searchedTo: number | null }> =>
  (await house.ask(PAGE, variables)).events;
const positions = (nodes: readonly Event[]) => nodes.map(({ position }) => position);

it('the log is read page by page, newest first, each event once', async () => {
  const seen: Event[] = [];
  let after: unknown = null;
  for (let more: unknown = true; more; ) {
    const { nodes, pageInfo } = await page({ first: 3, after });
    seen.push(...nodes);
    after = pageInfo.endCursor;
    more = pageInfo.hasNextPage;
  }
  // What was appended since the first page was read is not on the pages after it.
  const since = seen[0]?.position ?? 0;
  const whole = (await page({ first: 100 })).nodes.filter(({ position }) => position <= since);
  expect(positions(seen)).toEqual(positions(whole));
  expect(positions(seen)).toEqual(positions(seen).toSorted((a, b) => b - a));
});

it('what came since a cursor is read upwards', async () => {
  const before = (await page({ first: 1 })).pageInfo.startCursor;
  expect((await page({ last: 10, before })).nodes).toEqual([]);
  const { position } = await shop.command('draftOrder', { customerId: shop.customerId });
  await eventually(async () => (await page({ last: 10, before })).nodes.some((event) => event.position === position));
});

it('one order is found by its stream, its story by its correlation, a person by name, an event by its id', async () => {
  const { nodes } = await page({ filter: { stream: `order-${orderId}` } });
  const placed = nodes.find(({ type }) => type === 'OrderPlaced');
  if (!placed) throw new Error('the order was not placed');
  const story = await page({ filter: { correlationId: placed.correlationId } });
  expect(story.nodes.map(({ type }) => type)).toEqual(expect.arrayContaining(['OrderPlaced', 'OrderConfirmed']));
  const byProcess = await page({ filter: { actor: 'fulfilment.order', types: ['OrderConfirmed'] } });
  expect(byProcess.nodes.map(({ type }) => type)).toContain('OrderConfirmed');
  expect(byProcess.searchedTo).toBeNull();
  const { event } = await house.ask('query ($id: ID!) { event(id: $id) { type position } }', { id: placed.id });
  expect(event).toEqual({ type: 'OrderPlaced', position: placed.position });
});

it('a page costs few statements, with its commands and causes', async () => {
  const counted = await countStatements(() => page({ first: 100 }));
  // the page, its commands, the events that caused events, the events that caused commands
  expect(counted).toBeLessThanOrEqual(4);
});

it('a cursor that this API did not give is refused as the mistake of who sent it', async () => {
  const { errors } = await house.send(PAGE, { after: 'tomorrow' });
  expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
});
