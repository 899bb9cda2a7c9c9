import { newId } from '@waybill/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop } from './testing/shop.ts';
import { type House, startHouse } from './testing/start-house.ts';

let house: House;
let shop: Awaited<ReturnType<typeof openShop>>;
beforeAll(async () => {
  house = await startHouse();
  shop = await openShop(house);
});
afterAll(() => house.stop());

/** What is stored of a command. */
const stored = async (commandId: string) => {
  const { rows } = await house.pool.query('select type, outcome, error from es.commands where command_id = $1', [
    commandId,
  ]);
  return rows[0];
};
/** Events of a command, and of everything it led to. */
const eventsOf = async (commandId: string) => {
  const { rows } = await house.pool.query('select type from es.events where correlation_id = $1', [commandId]);
  return rows.map(({ type }) => type);
};

/** Sends a command that must be refused: with its own type, stored with its reason, and without any event. */
const refused = async (name: string, input: object, more?: string) => {
  const commandId = newId();
  const result = await shop.command(name, { commandId, ...input }, more);
  expect(await eventsOf(commandId)).toEqual([]);
  expect(await stored(commandId)).toMatchObject({
    outcome: 'rejected',
    error: { code: result.code, message: result.message },
  });
  return result;
};

describe('a command that cannot be done has its own answer, is stored with its reason, and changes nothing', () => {
  it('a product that the catalogue does not know', async () => {
    const order = { ...shop.order(), items: [{ sku: 'NO-SUCH', quantity: 1 }] };
    expect(await refused('placeOrder', { order }, '... on ProductUnknown { skus }')).toMatchObject({
      __typename: 'ProductUnknown',
      skus: ['NO-SUCH'],
    });
  });

  it('an order without lines', async () => {
    const result = await refused('placeOrder', { order: { ...shop.order(), items: [] } });
    expect(result).toMatchObject({ __typename: 'OrderEmpty' });
  });

  it.each([0, -1, 1e9, 1.5])('a quantity of %d', async (quantity) => {
    const result = await refused(
      'placeOrder',
      { order: shop.order(quantity) },
      '... on QuantityNotAllowed { sku quantity }',
    );
    expect(result).toMatchObject({ __typename: 'QuantityNotAllowed', sku: 'WW1', quantity: String(quantity) });
  });

  it('a price in another currency', async () => {
    const items = [{ sku: 'WW1', quantity: 1, unitPrice: { amount: '2.55', currency: 'EUR' } }];
    const result = await refused(
      'placeOrder',
      { order: { ...shop.order(), items } },
      '... on CurrencyMismatch { expected actual }',
    );
    expect(result).toMatchObject({ __typename: 'CurrencyMismatch', expected: 'GBP', actual: 'EUR' });
  });

  it('a cancellation after the delivery', async () => {
    const orderId = await shop.place();
    await shop.deliver(orderId, 'cancelled-late');
    const result = await refused(
      'cancelOrder',
      { orderId, reason: 'Changed my mind' },
      '... on OrderNotCancellable { status }',
    );
    expect(result).toMatchObject({ __typename: 'OrderNotCancellable', status: 'COMPLETED' });
  });

  it('a version that is not the newest any more', async () => {
    const { id: orderId } = await shop.command('draftOrder', { customerId: shop.customerId });
    await shop.command('addItemToOrder', { orderId, sku: 'WW1', quantity: 1 });
    const result = await refused(
      'addItemToOrder',
      { orderId, sku: 'WW1', quantity: 1, expectedVersion: 1 },
      '... on VersionConflict { expectedVersion actualVersion }',
    );
    expect(result).toMatchObject({ __typename: 'VersionConflict', expectedVersion: 1 });
    expect(result.actualVersion).toBeGreaterThan(1);
  });

  it('the same bank reference with another amount', async () => {
    const orderId = await shop.place();
    await shop.pay(orderId, 500, 'twice');
    const result = await refused(
      'recordIncomingPayment',
      { orderId, channel: 'bank', reference: 'twice', amount: { amount: 700, currency: 'GBP' } },
      '... on PaymentReferenceConflict { reference recordedAmount recordedCurrency }',
    );
    expect(result).toMatchObject({
      __typename: 'PaymentReferenceConflict',
      reference: 'twice',
      recordedAmount: 500,
      recordedCurrency: 'GBP',
    });
  });

  it('an order, a customer or a delivery that does not exist', async () => {
    const nobody = newId();
    expect(await refused('cancelOrder', { orderId: nobody, reason: 'x' })).toMatchObject({
      __typename: 'OrderUnknown',
    });
    expect(await refused('placeOrder', { order: { ...shop.order(), customerId: nobody } })).toMatchObject({
      __typename: 'CustomerUnknown',
    });
    expect(await refused('pickDelivery', { deliveryId: nobody })).toMatchObject({ __typename: 'DeliveryUnknown' });
  });

  it('a delivery that is packed before it is picked', async () => {
    const orderId = await shop.place();
    await shop.pay(orderId, 1836, 'paid');
    const { deliveries } = await shop.until(orderId, { deliveryStatus: 'SCHEDULED' });
    const result = await refused(
      'packDelivery',
      { deliveryId: deliveries[0].id },
      '... on DeliveryNotPackable { status }',
    );
    expect(result).toMatchObject({ __typename: 'DeliveryNotPackable', status: 'SCHEDULED' });
  });
});

describe('the same commandId', () => {
  it('with the same body gets the first answer, and nothing happens again', async () => {
    const input = { commandId: newId(), order: shop.order() };
    const first = await shop.command('placeOrder', input);
    const again = await shop.command('placeOrder', input);
    expect(again).toEqual({ ...first, duplicate: true });
    const placings = (await eventsOf(input.commandId)).filter((type) => type === 'OrderPlaced');
    expect(placings).toEqual(['OrderPlaced']);
  });

  it('with another body is refused, and the first outcome stays', async () => {
    const commandId = newId();
    const first = await shop.command('placeOrder', { commandId, order: shop.order(1) });
    const result = await shop.command(
      'placeOrder',
      { commandId, order: shop.order(2) },
      '... on IdempotencyConflict { commandId }',
    );
    expect(result).toMatchObject({ __typename: 'IdempotencyConflict', commandId });
    expect(await stored(commandId)).toMatchObject({ outcome: 'accepted' });
    expect((await shop.command('placeOrder', { commandId, order: shop.order(1) })).id).toBe(first.id);
  });

  it('of a refused command gets the same refusal', async () => {
    const input = { commandId: newId(), order: { ...shop.order(), items: [] } };
    const first = await shop.command('placeOrder', input);
    expect(await shop.command('placeOrder', input)).toEqual(first);
  });

  it('that is no UUID is refused with the field it stands in', async () => {
    const result = await shop.command('placeOrder', { commandId: 'mine', order: shop.order() });
    expect(result).toMatchObject({ __typename: 'InvalidInput', path: ['commandId'] });
  });
});

describe('money that arrived is never refused', () => {
  const waiting = async () =>
    (await house.ask('{ unallocatedPayments { reference reason orderId orderReference amount { amount currency } } }'))
      .unallocatedPayments as { reference: string }[];
  const findWaiting = async (reference: string) => (await waiting()).find((payment) => payment.reference === reference);

  it('too little: the order is partly paid', async () => {
    const orderId = await shop.place();
    await shop.pay(orderId, 1000, 'too-little');
    await shop.until(orderId, { paymentStatus: 'PARTIALLY_PAID' });
  });

  it('too much: what is over waits to be matched', async () => {
    const orderId = await shop.place();
    await shop.until(orderId, { paymentStatus: 'REQUESTED' });
    const { position } = await shop.pay(orderId, 2000, 'too-much');
    await house.ask('{ unallocatedPayments { id } }', {}, { 'x-waybill-after': String(position) });
    await shop.until(orderId, { paymentStatus: 'PAID' });
    expect(await findWaiting('too-much')).toMatchObject({ reason: 'TOO_MUCH', orderId, amount: { amount: 164 } });
  });

  it('the same payment twice: the first outcome', async () => {
    const orderId = await shop.place();
    await shop.pay(orderId, 1000, 'same-twice');
    expect(await shop.pay(orderId, 1000, 'same-twice')).toMatchObject({ __typename: 'PaymentPayload' });
    await shop.until(orderId, { paymentStatus: 'PARTIALLY_PAID' });
    const { order } = await house.ask('query ($id: ID!) { order(id: $id) { payment { received { amount } } } }', {
      id: orderId,
    });
    expect(order.payment.received.amount).toBe(1000);
  });

  it('for an order nobody knows: it waits with what the payer wrote', async () => {
    const { position } = await shop.command('recordIncomingPayment', {
      orderReference: 'my lamp',
      channel: 'bank',
      reference: 'nobody',
      amount: { amount: 700, currency: 'GBP' },
    });
    await house.ask('{ unallocatedPayments { id } }', {}, { 'x-waybill-after': String(position) });
    expect(await findWaiting('nobody')).toMatchObject({
      reason: 'UNKNOWN_ORDER',
      orderId: null,
      orderReference: 'my lamp',
    });
  });

  it('too late, for a cancelled order: it waits', async () => {
    const orderId = await shop.place();
    await shop.until(orderId, { paymentStatus: 'REQUESTED' });
    await shop.command('cancelOrder', { orderId, reason: 'Ordered twice' });
    await shop.until(orderId, { status: 'CANCELLED' });
    const { position } = await shop.pay(orderId, 1836, 'too-late');
    await house.ask('{ unallocatedPayments { id } }', {}, { 'x-waybill-after': String(position) });
    expect(await findWaiting('too-late')).toMatchObject({ reason: 'ORDER_CANCELLED', orderId });
  });
});
