import { eventually } from '@waybill/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openShop } from './testing/shop.ts';
import { type House, startHouse } from './testing/start-house.ts';

let house: House;
let shop: Awaited<ReturnType<typeof openShop>>;
beforeAll(async () => {
  house = await startHouse();
  shop = await openShop(house);
});
afterAll(() => house.stop());

const FIGURES = `ordersToday ordersTotal revenueToday { amount } revenue { amount } toCollect { amount } toCollectOrders
  toShip invoices invoiced { amount } series { day orders revenue { amount } }`;
const overview = async () =>
  (await house.ask(`{ overview { source recounting ${FIGURES} } }`)).overview as Record<string, unknown>;
/** The same sums, added up from the tables by nobody but Postgres. */
const summed = async () => {
  const { rows } = await house.pool.query(`
    select (select coalesce(sum(orders), 0)::int from reporting.daily_sales) as "ordersTotal",
           (select coalesce(sum(total), 0)::int from reporting.daily_sales) as revenue,
           count(*) filter (where invoice_status <> 'NONE')::int as invoices,
           (coalesce(sum(total) filter (where payment_status = 'REQUESTED' and order_status in ('PLACED', 'CONFIRMED')), 0))::int
             as "toCollect",
           count(*) filter (where payment_status = 'PAID' and order_status in ('PLACED', 'CONFIRMED')
             and delivery_status in ('NONE', 'SCHEDULED'))::int as "toShip"
    from reporting.order_board`);
  return rows[0];
};
const flat = ({ ordersTotal, revenue, invoices, toCollect, toShip }: Record<string, unknown>) => ({
  ordersTotal,
  revenue: (revenue as { amount: number }).amount,
  invoices,
  toCollect: (toCollect as { amount: number }).amount,
  toShip,
});
const countedAlike = async () => {
  const figures = await overview();
  expect(figures).toMatchObject({ source: 'COUNTERS', recounting: false });
  expect(flat(figures)).toEqual(await summed());
  return figures;
};
const patience = { within: 30_000 };

it('counts what the tables add up to, and counts it anew when Redis has lost everything', async () => {
  const orders = await Promise.all([1, 2, 3, 4].map((quantity) => shop.place(quantity)));
  await shop.pay(orders[0] ?? '', 306, 'counted-1');
  await shop.until(orders[0] ?? '', { deliveryStatus: 'SCHEDULED', invoiceStatus: 'PAID' });
  await shop.command('cancelOrder', { orderId: orders[1], reason: 'changed my mind' });
  await shop.until(orders[1] ?? '', { status: 'CANCELLED' });
  await eventually(countedAlike, patience);

  await house.wipeRedis();
  // From the first look on the figures are right, whoever adds them up.
  expect(flat(await overview())).toEqual(await summed());
  const again = await eventually(countedAlike, patience);
  expect(again).toMatchObject({ ordersTotal: 3, toShip: 1, invoices: 1, toCollectOrders: 2 });
  expect(again.series).toMatchObject([{ orders: 3 }]);
}, 90_000);
