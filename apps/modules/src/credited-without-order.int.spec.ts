import { createHash } from 'node:crypto';
import type { Recorded } from '@waybill/engine';
import { derivedId, newId } from '@waybill/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { field } from './fixtures/business/books/field.ts';
import { type OwnShop, ownShop } from './fixtures/own-database.ts';

const ana = { kind: 'user', id: 'ana', name: 'Ana' } as const;
const PAST = 'online-retail';
let shop: OwnShop;

beforeAll(async () => {
  shop = await ownShop();
  await send('RegisterChannel', { channel: PAST, name: 'Retail', currency: 'GBP', historic: true, owner: 'Ben' });
  await send('RegisterChannel', { channel: 'market', name: 'Market', currency: 'GBP', historic: false, owner: 'Ben' });
  const stock = { stockId: 'MUG@MAIN', sku: 'MUG', warehouse: 'MAIN' };
  await send('ReceiveStock', { ...stock, receiptId: newId(), quantity: 1_000, note: '' });
});
afterAll(() => shop.close());

const send = async (type: string, data: Record<string, unknown>, occurredAt?: string): Promise<string> => {
  const when = occurredAt === undefined ? {} : { occurredAt: new Date(occurredAt) };
  const outcome = await shop.engine.execute({ type, data, actor: ana, ...when });
  if (outcome.status === 'accepted') return outcome.aggregateId;
  throw new Error(`${type} was refused: ${outcome.refusal.message}`);
};

const mugs = (quantity: number, unitPrice = '2.55') => ({ sku: 'MUG', quantity, unitPrice, description: 'Red mug' });
const customer = { number: '17850', name: 'Ana Meyer', address: { city: 'Leeds', country: 'United Kingdom' } };
const noTax = { taxCode: 'NOT_STATED', taxRate: '0' };
/** Orders are of 6 mugs and 4.00 postage: 19.30 without tax. */
const receiveOrder = async (channel: string, externalOrderId: string, happenedAt: string): Promise<string> => {
  const lines = [
    { lineId: 'L1', ...mugs(6), ...noTax },
    { lineId: 'P', kind: 'CHARGE', sku: 'POST', description: 'Postage', quantity: 1, unitPrice: '4.00', ...noTax },
  ];
  const content = { customer, lines };
  const message = { channel, messageId: `O${externalOrderId}`, kind: 'ORDER', externalOrderId, happenedAt, content };
  await send('ReceiveMessage', message, happenedAt);
  await shop.settle();
  return derivedId('order', channel, externalOrderId);
};
const receiveCredit = async (channel: string, messageId: string, happenedAt: string, lines: readonly object[]) => {
  const content = { customer: { number: '17850', country: 'United Kingdom' }, lines };
  const message = { channel, messageId, kind: 'CANCELLATION', externalOrderId: null, happenedAt, content };
  const intakeId = await send('ReceiveMessage', message, happenedAt);
  await shop.settle();
  return intakeId;
};
const pay = (orderId: string, at?: string) =>
  send('RecordIncomingPayment', { orderId, channel: 'bank', reference: newId(), amount: 1_930, currency: 'GBP' }, at);
const deliver = async (orderId: string, at?: string) => {
  await shop.settle();
  const deliveryId = derivedId('delivery', orderId, 1);
  await send('PickDelivery', { deliveryId }, at);
  await send('PackDelivery', { deliveryId }, at);
  await send('DispatchDelivery', { deliveryId, carrier: 'Royal Mail', trackingNumber: 'RM-1' }, at);
  await send('ConfirmDelivery', { deliveryId }, at);
  await shop.settle();
};

const told = async (stream: string, type: string): Promise<Recorded[]> =>
  (await shop.engine.history(stream)).filter((event) => event.type === type);
const notesOf = async (orderId: string) =>
  (await told(`invoice-${derivedId('invoice', orderId)}`, 'CreditNoteIssued')).map(({ data }) => data);
const creditedOf = async (intakeId: string) =>
  (await told(`intakeMessage-${intakeId}`, 'CancellationCredited')).map(({ data }) => data);
const refundsOf = async (orderId: string) =>
  (await told(`orderPayment-${orderId}`, 'RefundCompleted')).map(({ data }) => field(data, 'amount'));
const stock = async (): Promise<number> => {
  const moves = (await shop.engine.history('stockItem-MUG@MAIN')).filter(({ data }) => 'onHand' in data);
  return Number(field(moves.at(-1)?.data ?? {}, 'onHand'));
};
const documentOf = async (orderId: string): Promise<string[]> => {
  const sql = 'select content from billing.invoice_documents where invoice_id = $1';
  const { rows } = await shop.database.pool.query<{ content: Buffer }>(sql, [derivedId('invoice', orderId)]);
  return rows.map(({ content }) => createHash('sha256').update(content).digest('hex'));
};
const booksAddUp = async () => {
  const { rows } = await shop.database.pool.query(
    'select sum(balance + in_transit) as sum from payments.trial_balance',
  );
  expect(Number(rows[0]?.sum)).toBe(0);
};

describe('a cancellation without an order', () => {
  it('of a delivered order of the past is its return, credit note and refund, dated as they were', async () => {
    const [bought, back] = ['2010-12-01T08:26:00Z', '2011-02-03T10:00:00Z'];
    const orderId = await receiveOrder(PAST, '536365', bought);
    await pay(orderId, bought);
    await deliver(orderId, bought);
    const [original, before] = [await documentOf(orderId), await stock()];
    const intakeId = await receiveCredit(PAST, 'C536379', back, [mugs(2, '2.10'), { ...mugs(1, '1.50'), sku: 'D' }]);

    expect(await notesOf(orderId)).toMatchObject([
      {
        ...{ number: 'HCRN-2011-000001', issueDate: '2011-02-03', taxPoint: '2011-02-03', total: 570 },
        lines: [
          { lineId: 'L1', quantity: 2, unitPrice: '2.10', amount: 420 },
          { lineId: null, sku: 'D', amount: 150 },
        ],
      },
    ]);
    expect(await stock()).toBe(before + 2);
    expect(await refundsOf(orderId)).toEqual([570]);
    expect(await creditedOf(intakeId)).toMatchObject([{ orderId, asked: 570, credited: 570, cancelled: 0 }]);
    expect(original).toHaveLength(1);
    expect(await documentOf(orderId)).toEqual(original);
    await booksAddUp();
  });

  it('that comes before its order is delivered follows when it is, with its own date', async () => {
    const [bought, back] = ['2011-03-01T08:26:00Z', '2011-03-02T10:00:00Z'];
    const orderId = await receiveOrder(PAST, '540000', bought);
    const intakeId = await receiveCredit(PAST, 'C540001', back, [
      mugs(3),
      { ...mugs(1, '4.00'), sku: 'POST', kind: 'CHARGE' },
    ]);
    expect(await creditedOf(intakeId)).toEqual([]);
    await pay(orderId, bought);
    await deliver(orderId, bought);
    expect(await notesOf(orderId)).toMatchObject([{ issueDate: '2011-03-02', total: 1_165 }]);
    expect(await refundsOf(orderId)).toEqual([1_165]);
    expect(await creditedOf(intakeId)).toMatchObject([{ asked: 1_165, credited: 1_165 }]);
    await booksAddUp();
  });

  it('is split over the orders that it is of, and never credited above them', async () => {
    const orders: string[] = [];
    for (const number of ['550001', '550002']) {
      const orderId = await receiveOrder(PAST, number, '2011-04-01T08:26:00Z');
      await pay(orderId, '2011-04-01T08:26:00Z');
      await deliver(orderId, '2011-04-01T08:26:00Z');
      orders.push(orderId);
    }
    // Somebody was generous before: only 2.00 are left of the second one.
    const amounts = [{ code: 'M', description: 'Goodwill', amount: 1_730 }];
    const second = { invoiceId: derivedId('invoice', orders[1] ?? ''), creditNoteId: newId(), reason: 'Goodwill' };
    await send('IssueCreditNote', { ...second, amounts });
    const intakeId = await receiveCredit(PAST, 'C550003', '2011-04-05T10:00:00Z', [mugs(12)]);
    const parts = await creditedOf(intakeId);
    expect(parts.map((part) => [field(part, 'asked'), field(part, 'credited')]).sort()).toEqual(
      [
        [1_530, 1_530],
        [1_530, 200],
      ].sort(),
    );
    const { rows } = await shop.database.pool.query<{ amount: string }>(
      `select data ->> 'amount' as amount from es.events where type = 'AnomalyRecorded' and data ->> 'intakeId' = $1`,
      [intakeId],
    );
    expect(rows).toEqual([{ amount: '1330' }]);
    await booksAddUp();
  });

  it('of today asks the goods back, and is credited at its price when they come', async () => {
    const orderId = await receiveOrder('market', '1', '2026-01-05T09:00:00Z');
    await pay(orderId);
    await deliver(orderId);
    const intakeId = await receiveCredit('market', 'C1', '2026-01-06T09:00:00Z', [mugs(2, '2.00')]);
    const deliveryId = derivedId('delivery', orderId, 1);
    const [asked] = await told(`delivery-${deliveryId}`, 'ReturnRequested');
    expect(await notesOf(orderId)).toEqual([]);
    const lines = [{ lineId: 'L1', quantity: 2, disposition: 'RESTOCK' }];
    await send('ReceiveReturn', { deliveryId, returnId: field(asked?.data ?? {}, 'returnId'), lines });
    await shop.settle();
    expect(await notesOf(orderId)).toMatchObject([{ total: 400, lines: [{ unitPrice: '2.00' }] }]);
    expect(await refundsOf(orderId)).toEqual([400]);
    expect(await creditedOf(intakeId)).toMatchObject([{ asked: 400, credited: 400 }]);
    await booksAddUp();
  });

  it('of an order that has not left the house is stopped there', async () => {
    const orderId = await receiveOrder('market', '2', '2026-01-07T09:00:00Z');
    await pay(orderId);
    await shop.settle();
    const before = await stock();
    const intakeId = await receiveCredit('market', 'C2', '2026-01-07T10:00:00Z', [mugs(2, '2.00')]);
    expect(await creditedOf(intakeId)).toMatchObject([{ asked: 400, cancelled: 400, credited: 0 }]);
    expect(await notesOf(orderId)).toMatchObject([{ total: 400 }]);
    await deliver(orderId);
    expect(await stock()).toBe(before - 4);
    expect(await told(`order-${orderId}`, 'OrderCompleted')).toHaveLength(1);
    expect(await refundsOf(orderId)).toEqual([400]);
    await booksAddUp();
  });

  it('that a person put to an order is carried out in the same way', async () => {
    const orderId = await receiveOrder(PAST, '560000', '2011-05-02T08:26:00Z');
    await pay(orderId, '2011-05-02T08:26:00Z');
    await deliver(orderId, '2011-05-02T08:26:00Z');
    // Before anything was bought: nothing is found by itself.
    const intakeId = await receiveCredit(PAST, 'C500000', '2010-11-01T10:00:00Z', [mugs(1)]);
    const anomalyId = derivedId('anomaly', 'UNMATCHED_CANCELLATION', intakeId);
    await send('ResolveAnomaly', { anomalyId, resolution: 'MATCHED_BY_HAND', orderId });
    await shop.settle();
    expect(await creditedOf(intakeId)).toMatchObject([{ orderId, asked: 255, credited: 255 }]);
    expect(await notesOf(orderId)).toHaveLength(1);
    expect(await refundsOf(orderId)).toEqual([255]);
    await booksAddUp();
  });
});
