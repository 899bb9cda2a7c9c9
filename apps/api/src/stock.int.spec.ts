import { newId } from '@waybill/kernel';
import { eventually } from '@waybill/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sendCommand } from './testing/shop.ts';
import { type House, startHouse } from './testing/start-house.ts';

let house: House;
beforeAll(async () => {
  house = await startHouse();
  for (const [sku, description] of [
    ['MUG', 'Red mug'],
    ['CUP', 'Blue cup'],
    ['JAR', 'Glass jar'],
  ])
    await sendCommand(house, 'saveProduct', {
      sku,
      description,
      unitPrice: '2.55',
      taxCode: 'STANDARD',
      taxRate: '20',
    });
});
afterAll(() => house.stop());

const FIGURES = 'sku status counted onHand reserved available backordered';
const send = (name: string, input: object, more = `... on StockItemPayload { stockItem { ${FIGURES} } }`) =>
  sendCommand(house, name, input, more);
const LIST = `query ($first: Int, $after: String, $search: String, $filter: StockItemFilter, $orderBy: StockItemOrderBy) {
  stockItems(first: $first, after: $after, search: $search, filter: $filter, orderBy: $orderBy) {
    totalCount nodes { id ${FIGURES} product { description } } pageInfo { hasNextPage endCursor } } }`;
const idsOf = ({ stockItems }: { stockItems: { nodes: { id: string }[] } }) => stockItems.nodes.map(({ id }) => id);

it('stock is received, counted and seen by the one who did it', async () => {
  expect(await send('receiveStock', { sku: 'mug', quantity: 30, note: 'Delivery note 7' })).toMatchObject({
    id: 'MUG@MAIN',
    stockItem: {
      sku: 'MUG',
      status: 'IN_STOCK',
      counted: true,
      onHand: 30,
      reserved: 0,
      available: 30,
      backordered: 0,
    },
  });
  expect(await send('adjustStock', { sku: 'MUG', by: -2, reason: 'two were broken' })).toMatchObject({
    stockItem: { onHand: 28 },
  });
  expect(await send('receiveStock', { sku: 'CUP', quantity: 4, receiptId: 'R-1' })).toMatchObject({
    stockItem: { status: 'LOW' },
  });
  expect(await send('receiveStock', { sku: 'CUP', quantity: 4, receiptId: 'R-1' })).toMatchObject({
    stockItem: { onHand: 4 },
  });
  const commandId = newId();
  const jar = { commandId, sku: 'JAR', by: 0, reason: 'counted: none there' };
  expect(await send('adjustStock', jar)).toMatchObject({
    duplicate: false,
    stockItem: { status: 'OUT', counted: true },
  });
  expect(await send('adjustStock', jar)).toMatchObject({ duplicate: true });
});

it('what cannot be is refused, with the figures', async () => {
  expect(
    await send('adjustStock', { sku: 'MUG', by: -29, reason: 'count' }, '... on StockBelowZero { onHand by }'),
  ).toMatchObject({ __typename: 'StockBelowZero', onHand: 28, by: -29 });
  expect(await send('receiveStock', { sku: 'MUG', quantity: 0 })).toMatchObject({ code: 'StockCountNotAllowed' });
  expect(await send('adjustStock', { sku: 'MUG', by: 1, reason: '  ' })).toMatchObject({ code: 'InvalidInput' });
  expect(await send('firmReservation', { stockId: 'MUG@MAIN', reservationId: newId() })).toMatchObject({
    code: 'ReservationUnknown',
  });
});

it('the list shows what needs somebody first, in pages, and is searched', async () => {
  const first = await house.ask(LIST, { first: 2 });
  expect(idsOf(first)).toEqual(['JAR@MAIN', 'CUP@MAIN']);
  expect(first.stockItems.nodes[0].product).toEqual({ description: 'Glass jar' });
  expect(first.stockItems.totalCount).toBe(3);
  const { endCursor, hasNextPage } = first.stockItems.pageInfo;
  expect(hasNextPage).toBe(true);
  expect(idsOf(await house.ask(LIST, { first: 2, after: endCursor }))).toEqual(['MUG@MAIN']);
  expect(idsOf(await house.ask(LIST, { search: 'mug' }))).toEqual(['MUG@MAIN']);
  expect(
    idsOf(await house.ask(LIST, { filter: { status: ['OUT', 'LOW'] }, orderBy: { field: 'SKU', direction: 'ASC' } })),
  ).toEqual(['CUP@MAIN', 'JAR@MAIN']);
  expect(idsOf(await house.ask(LIST, { orderBy: { field: 'AVAILABLE', direction: 'DESC' } }))).toEqual([
    'MUG@MAIN',
    'CUP@MAIN',
    'JAR@MAIN',
  ]);
});

it('an item tells its movements, its story and what it was', async () => {
  const ITEM = `query ($asOf: AsOf) { stockItem(sku: "mug", asOf: $asOf) {
    onHand movements { type pieces onHand note actor { name } } reservations { status } history { type position }
    availableActions { name allowed } product { stock { onHand } } } }`;
  const { stockItem } = await house.ask(ITEM);
  expect(stockItem).toMatchObject({
    onHand: 28,
    movements: [
      { type: 'StockAdjusted', pieces: -2, onHand: 28, note: 'two were broken' },
      { type: 'StockReceived', pieces: 30, onHand: 30, note: 'Delivery note 7' },
    ],
    reservations: [],
    history: [{ type: 'StockReceived' }, { type: 'StockAdjusted' }],
    product: { stock: { onHand: 28 } },
  });
  expect(stockItem.availableActions.map(({ name }: { name: string }) => name)).toEqual([
    'receiveStock',
    'adjustStock',
    'returnStock',
  ]);
  const asOf = { position: stockItem.history[0].position };
  expect((await house.ask(ITEM, { asOf })).stockItem).toMatchObject({ onHand: 30, movements: [{ pieces: 30 }] });
  expect((await house.ask('{ stockItem(sku: "NONE") { id } }')).stockItem).toBeNull();
});

it('a return goes back on the shelf', async () => {
  const back = { sku: 'CUP', orderId: newId(), lineId: 'L1', quantity: 1, disposition: 'RESTOCK' };
  expect(await send('returnStock', back)).toMatchObject({ stockItem: { onHand: 5 } });
  expect(await send('returnStock', { ...back, disposition: 'BURN' })).toMatchObject({ code: 'InvalidInput' });
  await eventually(async () => (await house.ask('{ stockItem(sku: "CUP") { onHand } }')).stockItem.onHand === 5);
});
