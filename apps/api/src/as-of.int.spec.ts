import { createLogger } from '@waybill/telemetry';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi } from './api.ts';
import { countStatements } from './testing/count-statements.ts';
import { createClient } from './testing/graph-client.ts';
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

const ORDER = `id number status paymentStatus invoiceStatus deliveryStatus version lineCount total { amount } paid { amount }
  lines { sku quantity amount { amount } } deliveryAddress { city country } cancellation { reason }
  customer { name address { city } }
  payment { status requested { amount } received { amount } outstanding { amount } payments { reference } }
  invoices { number status paid { amount } open { amount } documentUrl lines { sku } }
  deliveries { number status version pieces pickedAt carrier }`;
const STORY = 'history { type version stream position occurredAt recordedAt }';
const ASK = `query ($id: ID!, $asOf: AsOf) { order(id: $id, asOf: $asOf) { ${ORDER} ${STORY} availableActions { name allowed reason } } }`;
const orderAt = async (asOf: object | null, id = orderId) => (await house.ask(ASK, { id, asOf })).order;

describe('an order as of a moment', () => {
  it('is, as of its last event, what it is now', async () => {
    const { availableActions: actionsNow, ...now } = await orderAt(null);
    const { availableActions, ...then } = await orderAt({ position: now.history.at(-1).position });
    expect(then).toEqual(now);
    expect(availableActions.map(({ name }: { name: string }) => name)).toEqual(
      actionsNow.map(({ name }: { name: string }) => name),
    );
    for (const action of availableActions)
      expect(action).toMatchObject({ allowed: false, reason: expect.stringContaining('past moment') });
  });

  it('walks through every version of its stream, and never tells of what came later', async () => {
    const { history } = await orderAt(null);
    const own = history.filter(({ stream }: { stream: string }) => stream === `order-${orderId}`);
    for (const { version, position, type } of own) {
      const then = await orderAt({ version });
      expect(then).toMatchObject({ version, number: expect.stringMatching(/^ORD-/) });
      expect(then.history.at(-1)).toMatchObject({ position, type });
      expect(await orderAt({ position })).toEqual(then);
    }
  });

  it('shows what belongs to it as of the same moment, position by position', async () => {
    const { history } = await orderAt(null);
    const seen = new Map<string, Record<string, never>>();
    for (const { position, type } of history) seen.set(type, await orderAt({ position }));
    expect(seen.get('OrderPlaced')).toMatchObject({ status: 'PLACED', payment: null, invoices: [], deliveries: [] });
    expect(seen.get('PaymentRequested')).toMatchObject({
      payment: { status: 'REQUESTED', outstanding: { amount: 1836 } },
      paid: { amount: 0 },
    });
    expect(seen.get('InvoiceIssued')).toMatchObject({
      invoices: [{ status: 'OPEN', paid: { amount: 0 }, documentUrl: null }],
      status: 'CONFIRMED',
    });
    expect(seen.get('InvoicePaid')).toMatchObject({ invoices: [{ status: 'PAID', open: { amount: 0 } }] });
    expect(seen.get('DeliveryScheduled')).toMatchObject({ deliveries: [{ status: 'SCHEDULED', pickedAt: null }] });
    expect(seen.get('DeliveryDispatched')).toMatchObject({
      deliveryStatus: 'DISPATCHED',
      deliveries: [{ status: 'DISPATCHED', carrier: 'Royal Mail' }],
      status: 'CONFIRMED',
    });
    expect(seen.get('OrderCompleted')).toMatchObject({ status: 'COMPLETED' });
  });

  it('did not exist before its first event', async () => {
    const { history } = await orderAt(null);
    expect(await orderAt({ position: history[0].position - 1 })).toBeNull();
    expect(await orderAt({ knownBy: '2010-12-01T08:26:00Z' })).toBeNull();
    expect(await orderAt({ happenedBy: '2010-12-01T08:26:00Z' })).toBeNull();
  });

  it('costs few statements, however long its story', async () => {
    const { history } = await orderAt(null);
    const counted = await countStatements(() => orderAt({ position: history.at(-1).position }));
    // the order now, its customer and payment now for their actions, the watermark, its streams, its customer's stream
    expect(counted).toBeLessThanOrEqual(6);
  });

  it('names what is wrong with a moment that cannot be', async () => {
    const fault = async (asOf: object) => (await house.send(ASK, { id: orderId, asOf })).errors?.[0];
    expect((await fault({}))?.message).toContain('Exactly one');
    expect((await fault({ version: 1, position: 2 }))?.message).toContain('Exactly one');
    expect(await fault({ version: 99 })).toMatchObject({
      message: expect.stringContaining('its versions are 1 to'),
      extensions: { code: 'NO_SUCH_MOMENT' },
    });
    expect(await fault({ knownBy: '2999-01-01T00:00:00Z' })).toMatchObject({ extensions: { code: 'NO_SUCH_MOMENT' } });
    expect(await fault({ position: 999_999_999 })).toMatchObject({ extensions: { code: 'NO_SUCH_MOMENT' } });
  });
});

describe('a payment that is recorded late', () => {
  it('had happened earlier than it was known', async () => {
    const id = await shop.place(6);
    await shop.until(id, { paymentStatus: 'REQUESTED' });
    const requested = (await orderAt(null, id)).history.at(-1);
    await house.pool.query("select es.tick('0', '0')");
    const arrived = new Date(Date.parse(requested.occurredAt) + 1).toISOString();
    await house.ask(
      'mutation ($input: RecordIncomingPaymentInput!) { recordIncomingPayment(input: $input) { __typename } }',
      {
        input: {
          orderId: id,
          channel: 'bank',
          reference: 'LATE-1',
          amount: { amount: 1836, currency: 'GBP' },
          occurredAt: arrived,
        },
      },
    );
    await shop.until(id, { paymentStatus: 'PAID' });
    const paid = (await orderAt(null, id)).history.find(({ type }: { type: string }) => type === 'PaymentReceived');
    const between = new Date(Date.parse(paid.recordedAt) - 1).toISOString();
    expect(Date.parse(arrived)).toBeLessThan(Date.parse(between));
    expect(await orderAt({ knownBy: between }, id)).toMatchObject({ paymentStatus: 'REQUESTED', paid: { amount: 0 } });
    expect(await orderAt({ happenedBy: between }, id)).toMatchObject({
      paymentStatus: 'PAID',
      paid: { amount: 1836 },
      payment: { status: 'PAID', payments: [{ reference: 'LATE-1' }] },
    });
  });
});

describe('other objects as of a moment', () => {
  it('an invoice before it was paid, with its order as it was then', async () => {
    const ask = async (id: string, asOf: object | null) =>
      (
        await house.ask(
          'query ($id: ID!, $asOf: AsOf) { invoice(id: $id, asOf: $asOf) { id status version history { type } order { status invoiceStatus } } }',
          { id, asOf },
        )
      ).invoice;
    const { invoices } = (await house.ask('query ($id: ID!) { order(id: $id) { invoices { id } } }', { id: orderId }))
      .order;
    expect(await ask(invoices[0].id, { version: 1 })).toMatchObject({
      status: 'OPEN',
      version: 1,
      history: [{ type: 'InvoiceIssued' }],
      order: { status: 'CONFIRMED', invoiceStatus: 'ISSUED' },
    });
    expect(await ask(invoices[0].id, null)).toMatchObject({ status: 'PAID', order: { status: 'COMPLETED' } });
  });

  it('a delivery at every version', async () => {
    const { deliveries } = (
      await house.ask('query ($id: ID!) { order(id: $id) { deliveries { id version } } }', { id: orderId })
    ).order;
    const states: string[] = [];
    for (let version = 1; version <= deliveries[0].version; version += 1)
      states.push(
        (
          await house.ask(
            'query ($id: ID!, $asOf: AsOf) { delivery(id: $id, asOf: $asOf) { status availableActions { allowed } } }',
            { id: deliveries[0].id, asOf: { version } },
          )
        ).delivery.status,
      );
    expect(states).toEqual(['SCHEDULED', 'PICKED', 'PACKED', 'DISPATCHED', 'DELIVERED']);
  });

  it('a customer before they moved; their orders are only listed as they are now', async () => {
    await shop.command('changeCustomerAddress', {
      customerId: shop.customerId,
      address: { line1: '2 Low St', city: 'York', country: 'United Kingdom' },
    });
    const ask = (fields: string, asOf: object) =>
      house.send(`query ($id: ID!, $asOf: AsOf) { customer(id: $id, asOf: $asOf) { ${fields} } }`, {
        id: shop.customerId,
        asOf,
      });
    expect((await ask('version address { city }', { version: 1 })).data.customer).toEqual({
      version: 1,
      address: { city: 'Leeds' },
    });
    expect((await ask('address { city }', { version: 2 })).data.customer).toEqual({ address: { city: 'York' } });
    expect((await ask('orders { totalCount }', { version: 1 })).errors?.[0]?.extensions).toMatchObject({
      code: 'ONLY_NOW',
    });
  });

  it('a payment by its order', async () => {
    const ask = async (asOf: object | null) =>
      (
        await house.ask(
          'query ($id: ID!, $asOf: AsOf) { payment(orderId: $id, asOf: $asOf) { version status history { type } } }',
          { id: orderId, asOf },
        )
      ).payment;
    expect(await ask({ version: 1 })).toMatchObject({ status: 'REQUESTED', history: [{ type: 'PaymentRequested' }] });
    expect(await ask(null)).toMatchObject({ status: 'PAID' });
  });

  it('a person who was forgotten since stays forgotten in every past', async () => {
    const { id } = await shop.command('registerCustomer', {
      name: 'Ben Kurz',
      address: { line1: '3 Mid St', city: 'Hull', country: 'United Kingdom' },
    });
    const ask = async () =>
      (
        await house.ask('query ($id: ID!) { customer(id: $id, asOf: { version: 1 }) { name address { city } } }', {
          id,
        })
      ).customer;
    expect(await ask()).toEqual({ name: 'Ben Kurz', address: { city: 'Hull' } });
    await house.pool.query('delete from es.subject_keys where subject = $1', [id]);
    // Another process, which never held the key.
    const other = await startApi(house.env, createLogger('api', 'error'));
    const { customer } = await createClient(`http://127.0.0.1:${other.port}`).ask(
      'query ($id: ID!) { customer(id: $id, asOf: { version: 1 }) { number name address { city } } }',
      { id },
    );
    await other.stop();
    expect(customer).toEqual({ number: expect.stringMatching(/^CUS-/), name: null, address: null });
  });
});
