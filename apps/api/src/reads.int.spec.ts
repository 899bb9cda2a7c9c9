import { eventually } from '@waybill/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStatements } from './testing/count-statements.ts';
import { openShop } from './testing/shop.ts';
import { type House, startHouse } from './testing/start-house.ts';

let house: House;
let shop: Awaited<ReturnType<typeof openShop>>;
const ids: string[] = [];
beforeAll(async () => {
  house = await startHouse();
  shop = await openShop(house);
  for (let quantity = 1; quantity <= 7; quantity += 1) ids.push(await shop.place(quantity));
  await eventually(async () => (await house.ask('{ orders { totalCount } }')).orders.totalCount === ids.length);
});
afterAll(() => house.stop());

describe('the list of orders', () => {
  const PAGE = `query ($first: Int, $after: String, $last: Int, $before: String, $search: String, $filter: OrderFilter, $orderBy: OrderOrderBy) {
    orders(first: $first, after: $after, last: $last, before: $before, search: $search, filter: $filter, orderBy: $orderBy) {
      totalCount nodes { id total { amount } } pageInfo { hasNextPage hasPreviousPage endCursor startCursor } } }`;
  const idsOf = (page: { nodes: { id: string }[] }) => page.nodes.map(({ id }) => id);

  it('comes in pages, newest first, each order once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const { orders } = await house.ask(PAGE, { first: 3, after });
      seen.push(...idsOf(orders));
      after = orders.pageInfo.endCursor;
      more = orders.pageInfo.hasNextPage;
    }
    expect(seen).toEqual([...ids].reverse());
  });

  it('goes backwards too', async () => {
    const { orders } = await house.ask(PAGE, { last: 2 });
    expect(idsOf(orders)).toEqual([ids[1], ids[0]]);
    const before = await house.ask(PAGE, { last: 2, before: orders.pageInfo.startCursor });
    expect(idsOf(before.orders)).toEqual([ids[3], ids[2]]);
  });

  it('is sorted by what is asked for', async () => {
    const { orders } = await house.ask(PAGE, { first: 2, orderBy: { field: 'TOTAL', direction: 'DESC' } });
    expect(idsOf(orders)).toEqual([ids[6], ids[5]]);
  });

  it('is searched and filtered', async () => {
    const { order } = await house.ask('query ($id: ID!) { order(id: $id) { number } }', { id: ids[4] });
    expect(idsOf((await house.ask(PAGE, { search: order.number })).orders)).toEqual([ids[4]]);
    expect((await house.ask(PAGE, { search: 'meyer ww1' })).orders.totalCount).toBe(7);
    expect((await house.ask(PAGE, { search: '100%' })).orders.totalCount).toBe(0);
    expect((await house.ask(PAGE, { filter: { view: 'TO_COLLECT' } })).orders.totalCount).toBe(7);
    expect((await house.ask(PAGE, { filter: { status: ['CANCELLED'] } })).orders.totalCount).toBe(0);
    expect((await house.ask(PAGE, { filter: { placedTo: '2010-12-01' } })).orders.totalCount).toBe(0);
  });

  it('gives 100 at most', async () => {
    const { errors } = await house.send(PAGE, { first: 1_000_000 });
    expect(errors).toBeUndefined();
    expect((await house.ask(PAGE, { first: 0 })).orders.nodes).toEqual([]);
  });

  it('has a count for every view', async () => {
    const { orderFacets } = await house.ask('{ orderFacets { view count } }');
    expect(orderFacets).toContainEqual({ view: 'ALL', count: 7 });
    expect(orderFacets).toContainEqual({ view: 'TO_COLLECT', count: 7 });
    expect(orderFacets).toContainEqual({ view: 'COMPLETED', count: 0 });
  });
});

describe('any object', () => {
  it('is found by its id alone', async () => {
    const node = async (id: string) =>
      (await house.ask('query ($id: ID!) { node(id: $id) { __typename id } }', { id })).node;
    const [orderId = ''] = ids;
    expect(await node(orderId)).toEqual({ __typename: 'Order', id: orderId });
    expect(await node(shop.customerId)).toEqual({ __typename: 'Customer', id: shop.customerId });
    expect(await node('WW1')).toEqual({ __typename: 'Product', id: 'WW1' });
    expect(await node('nothing')).toBeNull();
  });
});

describe('reading costs few statements, however long the list', () => {
  it('seven orders with lines, addresses, customer, payment, invoices, deliveries and actions', async () => {
    const counted = await countStatements(() =>
      house.ask(`{ orders { nodes { number lines { sku } deliveryAddress { city } billingAddress { city }
        customer { name } payment { status } invoices { number } deliveries { number } availableActions { name } } } }`),
    );
    // where the views are, orders, sales' copy of them, customers, payments, invoices, deliveries
    expect(counted).toBeLessThanOrEqual(7);
  });

  it('all figures of the overview', async () => {
    const counted = await countStatements(() =>
      house.ask(`{ overview { ordersToday ordersTotal revenueToday { amount } revenue { amount } toCollect { amount }
        toCollectOrders toShip invoices invoiced { amount } unallocatedPayments series { day } } }`),
    );
    // where the views are, the day, all days, to collect, to ship, invoiced, unallocated, the series
    expect(counted).toBeLessThanOrEqual(8);
  });

  it('a story with its commands and causes', async () => {
    const counted = await countStatements(() =>
      house.ask('query ($id: ID!) { order(id: $id) { history { type command { type } causedBy { type } } } }', {
        id: ids[0],
      }),
    );
    // the order, its commands, the events that caused events, the events that caused commands
    expect(counted).toBeLessThanOrEqual(5);
  });
});

describe('read your own writes', () => {
  it('a query that names a position waits for it, and says so', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id, position } = await shop.command('placeOrder', { order: shop.order() });
      const answer = await house.send(
        'query ($id: ID!) { order(id: $id) { id } }',
        { id },
        { 'x-waybill-after': String(position) },
      );
      expect(answer).toMatchObject({
        data: { order: { id } },
        extensions: { visible: { after: position, reached: true } },
      });
    }
  });

  it('the order in the answer to a command shows what the command did, in every part', async () => {
    const shown = '... on OrderPayload { order { version lineCount lines { quantity } total { amount } } }';
    const { id: orderId } = await shop.command('draftOrder', { customerId: shop.customerId });
    for (let quantity = 1; quantity <= 5; quantity += 1) {
      const { order, version } = await shop.command('addItemToOrder', { orderId, sku: 'WW1', quantity }, shown);
      expect(order).toMatchObject({ version, lineCount: quantity });
      expect(order.lines).toHaveLength(quantity);
    }
  });

  it('a position that does not come is not waited for forever, and that is said', async () => {
    const answer = await house.send('{ orders { totalCount } }', {}, { 'x-waybill-after': '999999999' });
    expect(answer.extensions).toEqual({ visible: { after: 999_999_999, reached: false } });
  });
});

describe('figures', () => {
  it('of the day and of the shop', async () => {
    const { overview } =
      await house.ask(`{ overview { currency ordersToday ordersTotal revenue { amount } toCollectOrders
      toShip invoices invoiced { amount } unallocatedPayments series { day orders } } }`);
    expect(overview).toMatchObject({ currency: 'GBP', invoices: 0, toShip: 0, unallocatedPayments: 0 });
    expect(overview.ordersToday).toBe(overview.ordersTotal);
    expect(overview.series).toHaveLength(1);
  });

  it('of the system', async () => {
    await eventually(async () => {
      const { systemStatus } = await house.ask(
        '{ systemStatus { watermark upToDate lagMs consumers { name kind late lagEvents } } }',
      );
      expect(systemStatus).toMatchObject({ upToDate: true, lagMs: 0 });
      expect(systemStatus.consumers).toContainEqual({
        name: 'reporting.order_board',
        kind: 'PROJECTION',
        late: false,
        lagEvents: 0,
      });
    });
  });

  it('the newest events, and what became of a command', async () => {
    const { recentEvents } = await house.ask('{ recentEvents(first: 3) { position command { id } } }');
    const positions = recentEvents.map(({ position }: { position: number }) => position);
    expect(positions).toEqual([...positions].sort((a, b) => b - a));
    const { command } = await house.ask('query ($id: ID!) { command(id: $id) { outcome refusal position } }', {
      id: recentEvents[0].command.id,
    });
    expect(command).toMatchObject({ outcome: 'ACCEPTED', refusal: null });
  });
});
