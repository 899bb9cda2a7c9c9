import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OwnShop, ownShop } from './fixtures/own-database.ts';

let shop: OwnShop;
let customerId: string;

beforeAll(async () => {
  shop = await ownShop();
  const address = { line1: '1 Mill Lane', city: 'Leeds', country: 'United Kingdom' };
  customerId = await shop.send('RegisterCustomer', { name: 'Bob Ltd', address });
});
afterAll(() => shop.close());

/** Each comes to £18.36. */
const place = () =>
  shop.send('PlaceOrder', { terms: 'NET_14', order: { customerId, items: [{ sku: 'MUG', quantity: 6 }] } });
interface Standing {
  id: string;
  status: string;
  held: { reason: string; credit?: object } | null;
  deliveries: number;
}
const standing = async (...orderIds: string[]): Promise<Standing[]> => {
  await shop.settle();
  const { rows } = await shop.database.pool.query<Standing>(
    `select id, status, held,
            (select count(*)::int from shipping.deliveries where order_id = orders.id) as deliveries
     from sales.orders where id = any($1) order by status`,
    [orderIds],
  );
  return rows;
};
const credit = async () => {
  await shop.settle();
  const { rows } = await shop.database.pool.query(
    `select id, credit_limit::int as limit, reserved::int, waiting from customers.credit_lines where customer_id = $1`,
    [customerId],
  );
  return rows;
};
const dispatch = async (orderId: string) => {
  const { rows } = await shop.database.pool.query<{ id: string }>(
    'select id from shipping.deliveries where order_id = $1',
    [orderId],
  );
  const deliveryId = rows[0]?.id ?? '';
  await shop.send('PickDelivery', { deliveryId });
  await shop.send('PackDelivery', { deliveryId });
  await shop.send('DispatchDelivery', { deliveryId, carrier: 'Royal Mail', trackingNumber: 'RM-1' });
};

it('lets one of two orders go on that are too much together, and the other when the first is paid', async () => {
  const id = `${customerId}:GBP`;
  await shop.send('SetCreditLimit', { customerId, currency: 'GBP', amount: 3_000 });
  expect(await credit()).toEqual([{ id, limit: 3_000, reserved: 0, waiting: {} }]);

  const both = await Promise.all([place(), place()]);
  const [goesOn, held] = await standing(...both);
  expect(goesOn).toMatchObject({ status: 'CONFIRMED', held: null, deliveries: 1 });
  const figures = { limit: 3_000, used: 1_836, amount: 1_836 };
  const why = { reason: 'Over the credit limit by £6.72', credit: figures };
  expect(held).toMatchObject({ status: 'HELD', held: why, deliveries: 0 });
  const [first, second] = [goesOn?.id ?? '', held?.id ?? ''];
  expect(await credit()).toEqual([{ id, limit: 3_000, reserved: 1_836, waiting: { [second]: 1_836 } }]);

  // Invoiced is still owed.
  await dispatch(first);
  expect(await standing(second)).toMatchObject([{ status: 'HELD', deliveries: 0 }]);

  const payment = { channel: 'bank', reference: 'TRX-1', amount: 1_836, currency: 'GBP' };
  await shop.send('RecordIncomingPayment', { orderReference: first, ...payment });
  expect(await standing(second)).toMatchObject([{ status: 'CONFIRMED', held: null, deliveries: 1 }]);
  expect(await credit()).toEqual([{ id, limit: 3_000, reserved: 1_836, waiting: {} }]);
});

it('goes on over the limit when a person says why', async () => {
  const third = await place();
  expect(await standing(third)).toMatchObject([{ status: 'HELD', deliveries: 0 }]);
  await expect(shop.send('ReleaseOrder', { orderId: third })).rejects.toThrow('over its customer');
  await shop.send('ReleaseOrder', { orderId: third, override: 'They pay on Friday' });
  expect(await standing(third)).toMatchObject([{ status: 'CONFIRMED', held: null, deliveries: 1 }]);
  expect(await credit()).toMatchObject([{ reserved: 3_672, waiting: {} }]);
});

it('goes on when the limit is raised, and one that is cancelled makes room', async () => {
  const fourth = await place();
  expect(await standing(fourth)).toMatchObject([{ status: 'HELD' }]);
  await shop.send('SetCreditLimit', { customerId, currency: 'GBP', amount: 6_000 });
  expect(await standing(fourth)).toMatchObject([{ status: 'CONFIRMED', deliveries: 1 }]);
  const fifth = await place();
  expect(await standing(fifth)).toMatchObject([{ status: 'HELD' }]);
  await shop.send('CancelOrder', { orderId: fourth, reason: 'ordered twice' });
  expect(await standing(fifth)).toMatchObject([{ status: 'CONFIRMED', deliveries: 1 }]);
});
