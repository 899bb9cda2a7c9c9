import { eventually } from '@waybill/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openShop, type Shop } from './testing/shop.ts';
import { type House, startHouse } from './testing/start-house.ts';

let house: House;
let shop: Shop;
beforeAll(async () => {
  house = await startHouse();
  shop = await openShop(house);
});
afterAll(() => house.stop());

const SOON = { within: 20_000 };
const GBP = 'GBP';
const FIGURES = 'prices net { amount } tax { amount } total { amount }';
const amounts = (net: number, tax: number, total: number) => ({
  net: { amount: net },
  tax: { amount: tax },
  total: { amount: total },
});

const orderPart = `... on OrderPayload { order { ${FIGURES} lines { unitPrice amount { amount } } } }`;

const balance = async (id: string) =>
  (await house.ask('query ($id: ID!) { account(id: $id) { balance { amount } } }', { id })).account?.balance.amount;

it('an order with gross prices is placed, paid, invoiced and partly credited: the tax is taken out at every step', async () => {
  const { command, customerId } = shop;
  const items = [
    { sku: 'WW1', quantity: 3 },
    { sku: 'WW1', quantity: 7, unitPrice: { amount: '1.99', currency: GBP } },
  ];
  const charges = [{ code: 'POST', unitPrice: { amount: '4.00', currency: GBP } }];
  const placed = await command('placeOrder', { order: { customerId, prices: 'GROSS', items, charges } }, orderPart);
  // 3 × 3.06 (2.55 and its tax) + 7 × 1.99 + 4.00, of which a sixth is tax.
  expect(placed.order).toMatchObject({
    prices: 'GROSS',
    ...amounts(2_259, 452, 2_711),
    lines: [
      { unitPrice: '3.06', amount: { amount: 918 } },
      { unitPrice: '1.99', amount: { amount: 1_393 } },
      { unitPrice: '4.00', amount: { amount: 400 } },
    ],
  });
  const orderId = placed.id as string;
  await shop.pay(orderId, 2_711, 'G-1');
  const invoice = await eventually(async () => {
    const { order } = await house.ask(
      `query ($id: ID!) { order(id: $id) { invoices { id status ${FIGURES} lines { id amount { amount } tax { amount } } } } }`,
      { id: orderId },
    );
    expect(order.invoices).toMatchObject([{ status: 'PAID', prices: 'GROSS', ...amounts(2_259, 452, 2_711) }]);
    return order.invoices[0];
  }, SOON);

  const lines = [{ lineId: invoice.lines[1].id, quantity: 3 }];
  await command('issueCreditNote', { invoiceId: invoice.id, reason: 'three came back broken', lines });
  await eventually(async () => {
    const read = await house.ask(
      `query ($id: ID!) { invoice(id: $id) { credited { amount } creditNotes { ${FIGURES} lines { quantity amount { amount } } } } }`,
      { id: invoice.id },
    );
    expect(read.invoice).toMatchObject({
      credited: { amount: 597 },
      creditNotes: [{ prices: 'GROSS', ...amounts(497, 100, 597), lines: [{ quantity: 3, amount: { amount: 597 } }] }],
    });
  }, SOON);

  await eventually(async () => {
    expect([await balance('REVENUE:GBP'), await balance('TAX:GBP')]).toEqual([2_259 - 497, 452 - 100]);
    const { revenue } = await house.ask('{ revenue(by: MONTH) { revenue { amount } } }');
    expect(revenue).toMatchObject([{ revenue: { amount: 2_259 - 497 } }]);
  }, SOON);
}, 60_000);

it('a draft keeps the prices that it began with, and its totals follow', async () => {
  const { command, customerId } = shop;
  const { id: orderId } = await command('draftOrder', { customerId, prices: 'GROSS' });
  await command('addItemToOrder', { orderId, sku: 'WW1', quantity: 1 });
  const taken = { orderId, description: 'Spring sale', amount: { amount: 6, currency: GBP } };
  const { order } = await command('applyDiscount', taken, orderPart);
  expect(order).toMatchObject({ prices: 'GROSS', ...amounts(250, 50, 300), lines: [{ unitPrice: '3.06' }] });
  const { order: net } = await command(
    'placeOrder',
    { order: { customerId, items: [{ sku: 'WW1', quantity: 1 }] } },
    orderPart,
  );
  expect(net).toMatchObject({ prices: 'NET', ...amounts(255, 51, 306), lines: [{ unitPrice: '2.55' }] });
}, 60_000);
