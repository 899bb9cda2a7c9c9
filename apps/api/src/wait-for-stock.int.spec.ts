import { createEngine, type Engine } from '@waybill/engine';
import { createEventStore } from '@waybill/event-store';
import { reservationIdOf, stockIdOf } from '@waybill/inventory/contract';
import { newId } from '@waybill/kernel';
import { createModules } from '@waybill/modules';
import { eventually } from '@waybill/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openShop } from './testing/shop.ts';
import { type House, startHouse } from './testing/start-house.ts';

let house: House;
let shop: Awaited<ReturnType<typeof openShop>>;
let engine: Engine;
const warehouse = 'MAIN';
const stockId = stockIdOf('WW1');
const ana = { kind: 'user', id: 'ana', name: 'Ana' } as const;

beforeAll(async () => {
  house = await startHouse();
  shop = await openShop(house);
  const { pool } = house;
  engine = createEngine({
    pool,
    store: createEventStore(pool),
    modules: createModules({ pool, history: (...args) => engine.history(...args) }),
    masterKey: house.env.WAYBILL_MASTER_KEY,
  });
});
afterAll(() => house.stop());

const stock = async (type: string, data: object) =>
  expect(await engine.execute({ type, data: { stockId, ...data }, actor: ana })).toMatchObject({ status: 'accepted' });
const PLACE = `mutation ($input: PlaceOrderInput!, $most: Int) {
  placed: placeOrder(input: $input, waitFor: CONFIRMED, waitAtMost: $most) { ... on OrderPayload {
    id version order { status version } shortage { lineId sku requested available } } ... on Error { code message } } }`;
const place = async (quantity: number, most: number, orderId?: string) =>
  (await house.ask(PLACE, { most, input: { ...(orderId ? { orderId } : {}), order: order(quantity) } })).placed;
const order = (quantity: number) => ({ customerId: shop.customerId, items: [{ sku: 'WW1', quantity }] });

it('answers once the order is confirmed, with the order as it is then', async () => {
  const placed = await place(6, 10_000);
  expect(placed).toMatchObject({ order: { status: 'CONFIRMED' }, shortage: [] });
  expect(placed.version).toBe(placed.order.version);
});

it('waits no longer than it was asked to, and what was placed stays placed', async () => {
  const { id } = await place(1, 0);
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  await shop.until(id, { status: 'CONFIRMED' });
});

it('answers with what is left of each line that is short', async () => {
  await stock('ReceiveStock', { sku: 'WW1', warehouse, receiptId: newId(), quantity: 2 });
  const orderId = newId();
  // Asked for before the order is there, the answer of the stock is the first thing that is known of it.
  const reservation = { reservationId: reservationIdOf(orderId, 'L1'), orderId, lineId: 'L1', quantity: 6 };
  await stock('ReserveStock', { sku: 'WW1', warehouse, ...reservation, backorder: true });
  await eventually(
    async () => {
      const { rows } = await house.pool.query('select status from inventory.reservations where order_id = $1', [
        orderId,
      ]);
      expect(rows).toEqual([{ status: 'WAITING' }]);
    },
    { within: 20_000 },
  );
  const { shortage } = await place(6, 10_000, orderId);
  expect(shortage).toEqual([{ lineId: 'L1', sku: 'WW1', requested: 6, available: 2 }]);
});
