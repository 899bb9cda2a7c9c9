import { describe, expect, it } from 'vitest';
import { orderCommands } from '../order/commands.ts';
import { fakePorts, mug } from '../testing/fake-ports.ts';
import { leeds, orderId, york } from '../testing/order-fixtures.ts';
import { prepareOrders } from './prepare-orders.ts';

const { ports } = fakePorts();
const prepare = async (type: keyof typeof orderCommands, input: Record<string, unknown>, house = ports) => {
  const prepared = await prepareOrders(house)[type]?.(input);
  if (prepared?.kind !== 'prepared') return prepared?.refusal;
  return orderCommands[type].schema.parse(prepared.data);
};
const anId = expect.stringMatching(/^[0-9a-f-]{36}$/);
const ofAda = {
  ...{ number: 'ORD-2026-000001', customerId: 'c1', customerName: 'Ada Ltd', currency: 'GBP' },
  prices: 'NET',
};

describe('A draft', () => {
  it("gets an id, a number, the customer's name and address", async () =>
    expect(await prepare('DraftOrder', { customerId: 'c1' })).toEqual({
      orderId: anId,
      ...ofAda,
      deliveryAddress: leeds,
      billingAddress: leeds,
    }));

  it('keeps what the client gives', async () => {
    const given = { orderId: orderId.toUpperCase(), customerId: 'c1', currency: 'EUR', deliveryAddress: york };
    expect(await prepare('DraftOrder', given)).toMatchObject({ orderId, currency: 'EUR', deliveryAddress: york });
  });

  it('is refused for an unknown customer', async () =>
    expect(await prepare('DraftOrder', { customerId: 'c9' })).toMatchObject({
      code: 'CustomerUnknown',
      details: { customerId: 'c9' },
    }));

  it('says which field it could not read', async () => {
    expect(await prepare('DraftOrder', { orderId: 'mine', customerId: 'c1' })).toMatchObject({
      code: 'InvalidInput',
      details: { path: 'orderId', reason: 'a UUID' },
    });
    expect(await prepare('DraftOrder', { customerId: 'c1', deliveryAddress: {} })).toMatchObject({
      code: 'InvalidInput',
      details: { path: 'deliveryAddress.country' },
    });
  });
});

describe('Placing', () => {
  const captured = { lineId: 'L1', quantity: 6, ...mug };
  const order = { customerId: 'c1', items: [{ sku: 'mug', quantity: 6 }] };
  const whole = {
    orderId: anId,
    customerId: 'c1',
    order: {
      ...ofAda,
      deliveryAddress: leeds,
      billingAddress: leeds,
      items: [captured],
      charges: [],
      discounts: [],
      externalId: null,
    },
    channel: 'web',
    terms: null,
    shortage: 'BACKORDER',
  };

  it('a draft adds nothing', async () =>
    expect(await prepare('PlaceOrder', { orderId })).toEqual({
      orderId,
      customerId: null,
      order: null,
      channel: 'web',
      terms: null,
      shortage: 'BACKORDER',
    }));

  it('keeps the terms that the client gives, and names its discounts', async () => {
    const discounts = [{ percent: '10' }, { description: 'Voucher', amount: { amount: 500, currency: 'GBP' } }];
    const given = { order: { ...order, discounts }, terms: 'NET_30', shortage: 'CANCEL' };
    expect(await prepare('PlaceOrder', given)).toMatchObject({
      terms: 'NET_30',
      shortage: 'CANCEL',
      order: {
        discounts: [
          { discountId: 'D1', description: 'Discount', percent: '10', amount: null, lineId: null },
          { discountId: 'D2', description: 'Voucher', percent: null, amount: 500, lineId: null },
        ],
      },
    });
  });

  it('is refused with a discount in another currency', async () => {
    const discounts = [{ description: 'Voucher', amount: { amount: 500, currency: 'EUR' } }];
    expect(await prepare('PlaceOrder', { order: { ...order, discounts } })).toMatchObject({
      code: 'CurrencyMismatch',
      details: { sku: 'Voucher', expected: 'GBP', actual: 'EUR' },
    });
  });

  it('a whole order captures customer and products, whichever way it is given', async () => {
    expect(await prepare('PlaceOrder', { order })).toEqual(whole);
    expect(await prepare('PlaceOrder', order)).toEqual(whole);
    expect(await prepare('PlaceOrder', { customerId: 'c1', order: { items: order.items } })).toEqual(whole);
  });

  it('takes a price that the client gives, in its currency or the order’s', async () => {
    const items = [
      { sku: 'MUG', quantity: 1, unitPrice: { amount: '1.99', currency: 'EUR' } },
      { sku: 'MUG', quantity: 1, unitPrice: '1.99' },
    ];
    expect(await prepare('PlaceOrder', { order: { ...order, items } })).toMatchObject({
      order: {
        items: [
          { lineId: 'L1', description: 'Red mug', unitPrice: '1.99', currency: 'EUR' },
          { lineId: 'L2', description: 'Red mug', unitPrice: '1.99', currency: 'GBP' },
        ],
      },
    });
  });

  it('puts the tax on the catalogue’s price where prices are gross, and leaves one that is given as it is', async () => {
    const items = [
      { sku: 'MUG', quantity: 1 },
      { sku: 'MUG', quantity: 1, taxRate: '5' },
      { sku: 'MUG', quantity: 1, unitPrice: '1.99' },
    ];
    expect(await prepare('PlaceOrder', { order: { ...order, prices: 'GROSS', items } })).toMatchObject({
      order: { prices: 'GROSS', items: [{ unitPrice: '3.06' }, { unitPrice: '2.68' }, { unitPrice: '1.99' }] },
    });
    expect(await prepare('DraftOrder', { customerId: 'c1', prices: 'GROSS' })).toMatchObject({ prices: 'GROSS' });
    const { ports: house } = fakePorts();
    const gross = { find: async () => ({ customerId: 'c1', currency: 'GBP', prices: 'GROSS' as const }) };
    expect(
      await prepare('AddItemToOrder', { orderId: 'o1', sku: 'MUG', quantity: 1 }, { ...house, orders: gross }),
    ).toMatchObject({ unitPrice: '3.06' });
  });

  it('fills in a charge', async () => {
    const charges = [{ code: 'POST', unitPrice: '4.00' }];
    const full = {
      lineId: 'C1',
      code: 'POST',
      description: 'POST',
      quantity: 1,
      unitPrice: '4.00',
      currency: 'GBP',
      taxCode: 'STANDARD',
      taxRate: '19',
    };
    expect(await prepare('PlaceOrder', { customerId: 'c1', charges })).toMatchObject({
      order: { items: [], charges: [full] },
    });
  });

  it('looks nothing up for an order that is given whole', async () => {
    const { ports: house, asked } = fakePorts();
    const item = { ...captured, sku: 'UNHEARD-OF' };
    const given = { customerId: 'c9', customerName: 'Counter sale', deliveryAddress: york, items: [item], charges: [] };
    expect(await prepare('PlaceOrder', { channel: 'shop', order: given }, house)).toMatchObject({
      channel: 'shop',
      order: { customerName: 'Counter sale', deliveryAddress: york, billingAddress: york, items: [item] },
    });
    expect(asked).toEqual([]);
  });

  it('lets an empty order and any number through to the decision', async () => {
    expect(await prepare('PlaceOrder', { order: { customerId: 'c1', items: [] } })).toMatchObject({
      order: { items: [] },
    });
    expect(
      await prepare('PlaceOrder', { order: { customerId: 'c1', items: [{ sku: 'MUG', quantity: -1.5 }] } }),
    ).toMatchObject({
      order: { items: [{ quantity: -1.5 }] },
    });
  });

  it('is refused for what nobody knows', async () => {
    const items = [
      { sku: 'MUG', quantity: 1 },
      { sku: 'TEAPOT', quantity: 1 },
    ];
    expect(await prepare('PlaceOrder', { order: { ...order, items } })).toMatchObject({
      code: 'ProductUnknown',
      details: { skus: ['TEAPOT'] },
    });
    expect(await prepare('PlaceOrder', { order: { ...order, customerId: 'c9' } })).toMatchObject({
      code: 'CustomerUnknown',
    });
  });

  it('is refused where nothing is named', async () =>
    expect(await prepare('PlaceOrder', {})).toMatchObject({ code: 'InvalidInput', details: { path: 'orderId' } }));

  it('is refused where it cannot be read', async () => {
    expect(await prepare('PlaceOrder', { order: 'one mug, please' })).toMatchObject({ code: 'InvalidInput' });
    expect(await prepare('PlaceOrder', { order: { ...order, items: [{ sku: 'MUG', quantity: '6' }] } })).toMatchObject({
      code: 'InvalidInput',
      details: { path: 'items.0.quantity' },
    });
  });
});

describe('Editing a draft', () => {
  it('captures the product that is added', async () =>
    expect(await prepare('AddItemToOrder', { orderId: 'o1', sku: 'MUG', quantity: 6 })).toEqual({
      orderId: 'o1',
      lineId: anId,
      quantity: 6,
      ...mug,
    }));

  it('takes a charge in the currency of the order', async () =>
    expect(await prepare('AddChargeToOrder', { orderId: 'o1', code: 'POST', unitPrice: '4.00' })).toMatchObject({
      lineId: anId,
      currency: 'GBP',
      quantity: 1,
    }));

  it("names the order's customer with an address", async () => {
    const given = { orderId: 'o1', address: york };
    expect(await prepare('SetDeliveryAddress', given)).toEqual({ ...given, customerId: 'c1' });
    expect(await prepare('SetBillingAddress', given)).toEqual({ ...given, customerId: 'c1' });
  });

  it('is refused for an unknown product or order', async () => {
    const add = { orderId: 'o1', sku: 'TEAPOT', quantity: 1 };
    expect(await prepare('AddItemToOrder', add)).toMatchObject({ code: 'ProductUnknown' });
    expect(await prepare('AddItemToOrder', { ...add, orderId: 'o9' })).toMatchObject({
      code: 'OrderUnknown',
      details: { orderId: 'o9' },
    });
    expect(await prepare('AddChargeToOrder', { orderId: 'o9', code: 'POST', unitPrice: '1' })).toMatchObject({
      code: 'OrderUnknown',
    });
    expect(await prepare('SetDeliveryAddress', { orderId: 'o9', address: york })).toMatchObject({
      code: 'OrderUnknown',
    });
  });
});

describe('What comes later', () => {
  it("a discount is named, and its amount is in the order's currency", async () => {
    expect(await prepare('ApplyDiscount', { orderId: 'o1', amount: { amount: 500, currency: 'GBP' } })).toEqual({
      orderId: 'o1',
      discountId: anId,
      description: 'Discount',
      percent: null,
      amount: 500,
      lineId: null,
    });
    const euros = { orderId: 'o1', amount: { amount: 500, currency: 'EUR' } };
    expect(await prepare('ApplyDiscount', euros)).toMatchObject({ code: 'CurrencyMismatch' });
    expect(await prepare('ApplyDiscount', { orderId: 'o9', percent: '5' })).toMatchObject({ code: 'OrderUnknown' });
  });

  it("a note is kept for the order's customer", async () => {
    expect(await prepare('AddOrderNote', { orderId: 'o1', text: 'Ring twice' })).toEqual({
      orderId: 'o1',
      customerId: 'c1',
      noteId: anId,
      text: 'Ring twice',
    });
    expect(await prepare('AddOrderNote', { orderId: 'o9', text: '?' })).toMatchObject({ code: 'OrderUnknown' });
    expect(await prepare('AddOrderNote', { orderId: 'o1' })).toMatchObject({ code: 'InvalidInput' });
  });

  it('an order that comes after its cancellation is completed as any other', async () =>
    expect(
      await prepare('RecordOrderAsCancelled', {
        channel: 'edi',
        reason: 'cancelled before it came',
        order: { customerId: 'c1', items: [{ sku: 'mug', quantity: 6 }], externalId: '42' },
      }),
    ).toMatchObject({
      orderId: anId,
      customerId: 'c1',
      channel: 'edi',
      terms: 'PREPAID',
      order: { ...ofAda, items: [{ sku: 'MUG', unitPrice: '2.55' }], externalId: '42' },
    }));
});
