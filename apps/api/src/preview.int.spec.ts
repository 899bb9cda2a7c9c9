import { eventually } from '@waybill/testing';
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

const ASK = `query ($commands: [CommandInput!]!) { preview(commands: $commands) {
  complete settled events { type stream }
  commands { type depth outcome actor { kind } cause { type } refusal { code message } waitsFor events { type } }
  orders { id number status paymentStatus invoiceStatus deliveryStatus customerName total { amount } availableActions { allowed }
    payment { outstanding { amount } } invoices { number status total { amount } } deliveries { number status pieces } }
} }`;
const preview = async (...commands: object[]) => (await house.ask(ASK, { commands })).preview;
const counts = async () =>
  (
    await house.pool.query(
      `select (select count(*) from es.events) as events, (select count(*) from es.commands) as commands,
         (select count(*) from es.streams) as streams, (select count(*) from es.subject_keys) as keys,
         (select last_value from sales.order_number) as numbers, (select last_value from es.events_position) as positions`,
    )
  ).rows[0];
const orderId = '0194a000-0000-7000-8000-00000000000a';

describe('what would follow', () => {
  it('from an order and its payment: an invoice and a delivery', async () => {
    await house.ask('{ orders { totalCount } }');
    const before = await counts();
    const shown = await preview(
      { placeOrder: { orderId, order: { customerId: shop.customerId, items: [{ sku: 'WW1', quantity: 6 }] } } },
      {
        recordIncomingPayment: { orderId, channel: 'bank', reference: 'S', amount: { amount: 1836, currency: 'GBP' } },
      },
    );
    expect(shown).toMatchObject({ complete: true, settled: true });
    expect(shown.commands[0]).toMatchObject({
      type: 'PlaceOrder',
      depth: 0,
      outcome: 'ACCEPTED',
      actor: { kind: 'user' },
    });
    expect(shown.commands[1]).toMatchObject({ depth: 1, actor: { kind: 'process' }, cause: { type: 'OrderPlaced' } });
    expect(shown.orders).toMatchObject([
      {
        id: orderId,
        number: 'ORD-PREVIEW-1',
        status: 'CONFIRMED',
        customerName: 'Ana Meyer',
        total: { amount: 1836 },
        paymentStatus: 'PAID',
        invoices: [{ status: 'PAID', total: { amount: 1836 } }],
        deliveries: [{ number: 'DEL-PREVIEW-1', status: 'SCHEDULED', pieces: 6 }],
      },
    ]);
    expect(await counts()).toEqual(before);
    expect((await house.ask('query ($id: ID!) { order(id: $id) { id } }', { id: orderId })).order).toBeNull();
  });

  it('from the payment of a real order: what then happens indeed', async () => {
    const id = await shop.place(6);
    await shop.until(id, { paymentStatus: 'REQUESTED' });
    const paid = { orderId: id, channel: 'bank', reference: 'P-1', amount: { amount: 1836, currency: 'GBP' } };
    const { orders, events } = await eventually(async () => {
      const shown = await preview({ recordIncomingPayment: paid });
      return shown.settled && shown;
    });
    expect(orders).toMatchObject([
      {
        id,
        paymentStatus: 'PAID',
        invoiceStatus: 'PAID',
        deliveryStatus: 'SCHEDULED',
        payment: { outstanding: { amount: 0 } },
        invoices: [{ status: 'PAID', total: { amount: 1836 } }],
        deliveries: [{ number: 'DEL-PREVIEW-1', status: 'SCHEDULED', pieces: 6 }],
      },
    ]);
    expect(orders[0].availableActions.every(({ allowed }: { allowed: boolean }) => !allowed)).toBe(true);
    await shop.pay(id, 1836, 'P-1');
    await shop.until(id, { deliveryStatus: 'SCHEDULED', invoiceStatus: 'PAID' });
    const { order } = await house.ask(
      'query ($id: ID!) { order(id: $id) { history { type stream } invoices { number } } }',
      {
        id,
      },
    );
    const told = ({ stream, type }: { stream: string; type: string }) => `${stream} ${type}`;
    const foreseen = events.filter(({ stream }: { stream: string }) => stream.endsWith(id)).map(told);
    expect(foreseen.length).toBeGreaterThanOrEqual(4);
    expect(order.history.map(told)).toEqual(expect.arrayContaining(foreseen));
    expect(orders[0].invoices[0].number).toBe(order.invoices[0].number);
  });

  it('from what cannot be: a refusal with its reason', async () => {
    const shown = await preview({ cancelOrder: { orderId, reason: 'no' } }, { placeOrder: { orderId } });
    expect(shown.commands).toMatchObject([
      { type: 'CancelOrder', outcome: 'REJECTED', refusal: { code: 'OrderUnknown' } },
      { type: 'PlaceOrder', outcome: 'REJECTED' },
    ]);
    expect(shown).toMatchObject({ events: [], orders: [] });
  });

  it('from more than is looked at: an advice', async () => {
    const many = Array.from({ length: 21 }, () => ({ cancelOrder: { orderId, reason: 'no' } }));
    const { errors } = await house.send(ASK, { commands: many });
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });
});
