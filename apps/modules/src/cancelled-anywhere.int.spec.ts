import { createHash } from 'node:crypto';
import type { Recorded } from '@waybill/engine';
import { derivedId, newId } from '@waybill/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { disagreements } from './fixtures/business/agreement.ts';
import { booksOf } from './fixtures/business/books/books.ts';
import { field } from './fixtures/business/books/field.ts';
import { total } from './fixtures/business/books/shares.ts';
import { type OwnShop, ownShop } from './fixtures/own-database.ts';

let shop: OwnShop;

beforeAll(async () => {
  shop = await ownShop();
  await shop.send('ReceiveStock', {
    ...{ stockId: 'MUG@MAIN', sku: 'MUG', warehouse: 'MAIN' },
    ...{ receiptId: newId(), quantity: 1_000, note: '' },
  });
});
afterAll(() => shop.close());

const deliveryOf = (orderId: string): string => derivedId('delivery', orderId, 1);
const onItsWay = (step: string) => async (orderId: string) => {
  const handedOver = step === 'DispatchDelivery' ? { carrier: 'Royal Mail', trackingNumber: 'RM-1' } : {};
  await shop.send(step, { deliveryId: deliveryOf(orderId), ...handedOver });
};

/** From nothing to delivered. What is not settled between two steps is cancelled while it is under way. */
const way: readonly (readonly [stage: string, step: (orderId: string) => Promise<unknown>])[] = [
  ['reserved', () => shop.settle()],
  [
    'paid',
    (orderId) =>
      shop.send('RecordIncomingPayment', {
        orderId,
        channel: 'bank',
        reference: newId(),
        amount: 1_836,
        currency: 'GBP',
      }),
  ],
  ['invoiced', () => shop.settle()],
  ['picked', onItsWay('PickDelivery')],
  ['packed', onItsWay('PackDelivery')],
  ['dispatched', onItsWay('DispatchDelivery')],
  ['delivered', onItsWay('ConfirmDelivery')],
];

const everything = async (orderId: string): Promise<Recorded[]> => {
  const streams = ['order', 'orderPayment', 'orderBilling', 'shipmentPlan'].map((category) => `${category}-${orderId}`);
  const others = [`invoice-${derivedId('invoice', orderId)}`, `delivery-${deliveryOf(orderId)}`];
  const stories = await Promise.all([...streams, ...others].map((stream) => shop.engine.history(stream)));
  return stories.flat().sort((one, other) => one.position - other.position);
};
const documents = async (orderId: string): Promise<string[]> => {
  const { rows } = await shop.database.pool.query<{ content: Buffer }>(
    'select content from billing.invoice_documents where invoice_id = $1',
    [derivedId('invoice', orderId)],
  );
  return rows.map(({ content }) => createHash('sha256').update(content).digest('hex'));
};
const stock = async (): Promise<number> => {
  const moves = (await shop.engine.history('stockItem-MUG@MAIN')).filter(({ data }) => 'onHand' in data);
  return Number(field(moves.at(-1)?.data ?? {}, 'onHand'));
};

/** Sends back what the answer to the cancellation says that can be sent back. */
const sendBackInstead = async (events: readonly Recorded[]): Promise<void> => {
  const no = events.find(({ type }) => type === 'CancellationRejected');
  const parcels = (field(no?.data ?? {}, 'returnInstead') ?? []) as { deliveryId: string; lines: object[] }[];
  for (const { deliveryId, lines } of parcels) {
    const returnId = newId();
    await shop.send('RequestReturn', { deliveryId, returnId, lines, reason: 'changed their mind' });
    const back = lines.map((line) => ({ ...line, disposition: 'RESTOCK' }));
    await shop.send('ReceiveReturn', { deliveryId, returnId, lines: back });
  }
};

describe('an order that is cancelled when it is', () => {
  it.each(['placed', ...way.map(([stage]) => stage)])('%s leaves books that are right', async (stage) => {
    const before = await stock();
    const orderId = await shop.place();
    for (const [, step] of way.slice(0, way.findIndex(([name]) => name === stage) + 1)) await step(orderId);
    const original = await documents(orderId);
    await shop.send('CancelOrder', { orderId, reason: 'changed their mind' });
    await shop.settle();
    if (stage === 'dispatched') await onItsWay('ConfirmDelivery')(orderId);
    await sendBackInstead(await everything(orderId));
    await shop.settle();

    const events = await everything(orderId);
    const book = booksOf(events).get(orderId);
    expect(book?.status).toBe(stage === 'dispatched' || stage === 'delivered' ? 'COMPLETED' : 'CANCELLED');
    if (!book) throw new Error('The order has no book');
    expect(disagreements(book)).toEqual([]);
    const refunded = total(book.money, 'GBP', (share) => share.refunded);
    const came = total(book.money, 'GBP', (share) => share.came);
    expect([book.invoiced, refunded]).toEqual([book.credited, came]);
    expect(await stock()).toBe(before);
    if (original.length > 0) expect(await documents(orderId)).toEqual(original);
  });

  it('a draft asks nobody', async () => {
    const [placed] = await shop.engine.history(`order-${await shop.place()}`);
    const draft = await shop.send('DraftOrder', { customerId: field(placed?.data ?? {}, 'customerId') });
    await shop.send('CancelOrder', { orderId: draft, reason: 'never mind' });
    await shop.settle();
    const types = (await everything(draft)).map(({ type }) => type);
    expect(types).toContain('OrderCancelled');
    expect(types).not.toContain('CancellationRequested');
    expect(types.at(-1)).toBe('PaymentRequestCancelled');
  });
});
