import { eventually } from '@waybill/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openShop, sendCommand } from './testing/shop.ts';
import { type House, startHouse } from './testing/start-house.ts';

let house: House;
let shop: Awaited<ReturnType<typeof openShop>>;
beforeAll(async () => {
  house = await startHouse();
  shop = await openShop(house);
});
afterAll(() => house.stop());

const command = (name: string, input: object) => sendCommand(house, name, input);
const ORDER = `query ($id: ID!) { order(id: $id) {
  status terms shortage total { amount } cancelledTotal { amount }
  lines { id quantity cancelledQuantity discount { amount } amount { amount } }
  discounts { id description percent amount { amount } lineId }
  hold { reason by } notes { text by }
  cancellations { status reason rejected lines { lineId quantity } cancelled { lineId quantity } returnInstead { deliveryId } }
  availableActions { name allowed reason } } }`;
const orderOf = async (id: string) => (await house.ask(ORDER, { id })).order;
const until = (id: string, is: object) =>
  eventually(
    async () => {
      const order = await orderOf(id);
      expect(order).toMatchObject(is);
      return order;
    },
    { within: 20_000 },
  );

it('a draft gets its terms and discounts, and is placed with them', async () => {
  const { id } = await command('draftOrder', { customerId: shop.customerId });
  await command('addItemToOrder', { orderId: id, sku: 'WW1', quantity: 6 });
  await command('setPaymentTerms', { orderId: id, terms: 'NET_14' });
  const given = { orderId: id, description: 'Spring sale', percent: '10' };
  expect(await command('applyDiscount', given)).toMatchObject({ __typename: 'OrderPayload' });
  expect(await command('applyDiscount', { orderId: id })).toMatchObject({ __typename: 'DiscountNotClear' });
  const { discounts } = await until(id, { terms: 'NET_14', discounts: [{ percent: '10' }], total: { amount: 1652 } });
  const again = { orderId: id, discountId: discounts[0].id, amount: { amount: 130, currency: 'GBP' } };
  await command('applyDiscount', again);
  await command('placeOrder', { orderId: id, shortage: 'CANCEL' });
  await until(id, {
    ...{ shortage: 'CANCEL', terms: 'NET_14', total: { amount: 1680 } },
    lines: [{ discount: { amount: 130 }, amount: { amount: 1400 } }],
    discounts: [{ percent: null, amount: { amount: 130 }, lineId: null }],
  });
});

it('a placed order is held, written about and released', async () => {
  const id = await shop.place();
  await shop.until(id, { status: 'CONFIRMED' });
  expect(await command('releaseOrder', { orderId: id })).toMatchObject({ __typename: 'OrderNotHeld' });
  await command('holdOrder', { orderId: id, reason: 'the address looks wrong' });
  await command('addOrderNote', { orderId: id, text: 'Ring twice' });
  const held = await until(id, {
    status: 'HELD',
    hold: { reason: 'the address looks wrong', by: 'Operator' },
    notes: [{ text: 'Ring twice', by: 'Operator' }],
  });
  const allowed = (name: string) => held.availableActions.find((action: { name: string }) => action.name === name);
  expect([allowed('releaseOrder').allowed, allowed('holdOrder')]).toEqual([
    true,
    { name: 'holdOrder', allowed: false, reason: 'The order is on hold already: release it when it may go on.' },
  ]);
  const { orders } = await house.ask('{ orders(filter: { view: ON_HOLD }) { nodes { id } } }');
  expect(orders.nodes).toEqual([{ id }]);
  await command('releaseOrder', { orderId: id });
  await until(id, { status: 'CONFIRMED', hold: null });
});

it('some pieces of an order are asked to be cancelled, and the answer is kept', async () => {
  const id = await shop.place();
  await shop.until(id, { status: 'CONFIRMED' });
  const { lines } = await orderOf(id);
  const some = (quantity: number) => ({ orderId: id, reason: 'two less', lines: [{ lineId: lines[0].id, quantity }] });
  expect(await command('cancelOrderLines', some(7))).toMatchObject({
    __typename: 'QuantityNotCancellable',
    message: '7 of WW1 cannot be cancelled: give a whole number from 1 to 6.',
  });
  expect(await command('cancelOrderLines', some(2))).toMatchObject({ __typename: 'OrderPayload' });
  await until(id, { cancellations: [{ reason: 'two less', lines: [{ quantity: 2 }] }] });
});
