import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
  await shop.until(orderId, { paymentStatus: 'REQUESTED' });
  await shop.deliver(orderId, 'S-1');
});
afterAll(() => house.stop());

const COMPARED = 'compare(a: $a, b: $b) { changes { path before after } events { type } }';
const ask = (field: string, id: string, a: object, b?: object) =>
  house.send(
    `query ($id: ID!, $a: AsOf!, $b: AsOf) { it: ${field}(${field === 'payment' ? 'orderId' : 'id'}: $id) { ${COMPARED} } }`,
    { id, a, b },
  );
interface Compared {
  readonly changes: readonly { readonly path: string[]; readonly before: unknown; readonly after: unknown }[];
  readonly events: readonly { readonly type: string }[];
}
const compare = async (field: string, id: string, a: object, b?: object) => {
  const { data, errors } = await ask(field, id, a, b);
  if (errors) throw new Error(errors[0]?.message);
  const { changes, events } = (data as { it: { compare: Compared } }).it.compare;
  return {
    changed: Object.fromEntries(changes.map(({ path, before, after }) => [path.join('.'), [before, after]])),
    events: events.map(({ type }) => type),
  };
};
const story = async (): Promise<{ type: string; position: number }[]> =>
  (await house.ask('query ($id: ID!) { order(id: $id) { history { type position } } }', { id: orderId })).order.history;
const after = async (type: string) => ({
  position: (await story()).find((event) => event.type === type)?.position ?? 0,
});

describe('two moments of an order', () => {
  it('differ in what happened between them, in every part of it', async () => {
    const { changed, events } = await compare(
      'order',
      orderId,
      await after('PaymentRequested'),
      await after('PaymentReceived'),
    );
    expect(events).toEqual(['IncomingPaymentRecorded', 'PaymentReceived']);
    expect(changed).toMatchObject({
      paymentStatus: ['REQUESTED', 'PAID'],
      paid: [{ amount: 0 }, { amount: 1836 }],
      'payment.status': ['REQUESTED', 'PAID'],
      'payment.outstanding': [{ amount: 1836 }, { amount: 0 }],
    });
    expect(Object.keys(changed)).not.toContain('status');
  });

  it('differ the other way round, backwards', async () => {
    const [a, b] = [await after('PaymentRequested'), await after('PaymentReceived')];
    const { changed, events } = await compare('order', orderId, b, a);
    expect(events).toEqual(['IncomingPaymentRecorded', 'PaymentReceived']);
    expect(changed.paymentStatus).toEqual(['PAID', 'REQUESTED']);
  });

  it('do not differ where they are the same, and the last one is now', async () => {
    const last = { position: (await story()).at(-1)?.position ?? 0 };
    expect(await compare('order', orderId, last)).toEqual({ changed: {}, events: [] });
    expect(await compare('order', orderId, last, last)).toEqual({ changed: {}, events: [] });
  });

  it('may be named by different means, and from before it existed', async () => {
    const { changed, events } = await compare('order', orderId, { knownBy: '2010-12-01T08:26:00Z' }, { version: 1 });
    expect(changed).toMatchObject({
      status: [null, expect.stringMatching(/DRAFT|PLACED/)],
      number: [null, expect.any(String)],
    });
    expect(events.length).toBeGreaterThan(0);
    expect((await ask('order', orderId, { version: 99 })).errors?.[0]).toMatchObject({
      extensions: { code: 'NO_SUCH_MOMENT' },
    });
  });

  it('cost few statements', async () => {
    const [a, b] = [await after('OrderPlaced'), await after('OrderCompleted')];
    // the order three times (itself and at two moments), the watermark at four
    expect(await countStatements(() => compare('order', orderId, a, b))).toBeLessThanOrEqual(7);
  });
});

describe('two moments of other objects', () => {
  it('an invoice, a delivery, a payment', async () => {
    const { order } = await house.ask('query ($id: ID!) { order(id: $id) { invoices { id } deliveries { id } } }', {
      id: orderId,
    });
    const invoice = await compare('invoice', order.invoices[0].id, { version: 1 });
    expect(invoice.changed).toMatchObject({ status: ['OPEN', 'PAID'], open: [{ amount: 1836 }, { amount: 0 }] });
    expect(invoice.events).toContain('InvoicePaid');
    const delivery = await compare('delivery', order.deliveries[0].id, { version: 3 }, { version: 4 });
    expect(delivery.changed).toMatchObject({ status: ['PACKED', 'DISPATCHED'], carrier: [null, 'Royal Mail'] });
    expect(delivery.events).toEqual(['DeliveryDispatched']);
    const payment = await compare('payment', orderId, { version: 1 });
    expect(payment.changed).toMatchObject({ status: ['REQUESTED', 'PAID'] });
  });

  it('a customer who moved', async () => {
    await shop.command('changeCustomerAddress', {
      customerId: shop.customerId,
      address: { line1: '2 Low St', city: 'York', country: 'United Kingdom' },
    });
    const { changed, events } = await compare('customer', shop.customerId, { version: 1 }, { version: 2 });
    expect(changed).toMatchObject({ 'address.city': ['Leeds', 'York'], 'address.line1': ['1 High St', '2 Low St'] });
    expect(events).toEqual(['CustomerAddressChanged']);
  });
});
