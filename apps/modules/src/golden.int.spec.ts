import { postgresCatalog } from '@waybill/catalog/module';
import { createPool } from '@waybill/db';
import { createEngine, type Engine } from '@waybill/engine';
import { type Golden, goldenMasterKey, keepGolden, readGolden } from '@waybill/engine/contracts';
import { createEventStore, type EventStore, type RecordedEvent } from '@waybill/event-store';
import { newId } from '@waybill/kernel';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contractFolders } from './contract-folders.ts';
import { createModules } from './create-modules.ts';
import { billingHappens } from './fixtures/billing-happens.ts';
import { invoiceHeldBack } from './fixtures/invoice-held-back.ts';
import { moneyMoves } from './fixtures/money-moves.ts';
import { moneyTransfers } from './fixtures/money-transfers.ts';
import { ordersFromOutside } from './fixtures/orders-from-outside.ts';
import { takeDemoCompany } from './take-demo-company.ts';

/** `npm run golden` keeps an event of every version that has no golden file yet; otherwise nothing is written. */
const recording = process.env.RECORD_GOLDEN === '1';

const ana = { kind: 'user', id: 'ana', name: 'Ana' } as const;
const leeds = { line1: '7 Lark Lane', city: 'Leeds', postcode: 'LS1 4AP', country: 'United Kingdom' };
let database: TestDatabase;
let pool: Pool;
let store: EventStore;
let engine: Engine;
let daysAhead = 0;
const ahead = (days: number) => {
  daysAhead = days;
};

beforeAll(async () => {
  database = await testDatabase();
  pool = createPool(database.url);
  store = createEventStore(pool);
  const modules = createModules({ pool, history: (...args) => engine.history(...args) });
  const clock = { now: () => new Date(Date.now() + daysAhead * 86_400_000) };
  engine = createEngine({ pool, store, modules, masterKey: goldenMasterKey, clock });
  await everythingHappens();
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

/** Sends a command and answers with the id of its aggregate. */
const send = async (type: string, data: Record<string, unknown>): Promise<string> => {
  const outcome = await engine.execute({ type, data, actor: ana });
  if (outcome.status !== 'accepted') throw new Error(`${type}: ${outcome.refusal.message}`);
  return outcome.aggregateId;
};
/** The same for what a process asks: it is answered by events. */
const ask = async (type: string, data: Record<string, unknown>): Promise<void> => {
  await engine.execute({ type, data, actor: { kind: 'process', id: 'fulfilment.order', name: 'fulfilment.order' } });
};
const settle = async () => {
  for (let idle = false; !idle; ) {
    const drained = await Promise.all(engine.consumers.map((consumer) => consumer.drain(1_000)));
    idle = drained.every(({ handled, caughtUp }) => handled === 0 && caughtUp);
  }
};
const pay = async (orderId: string, amount: number) => {
  await send('RecordIncomingPayment', { orderId, channel: 'bank', reference: newId(), amount, currency: 'GBP' });
  await settle();
};
const deliveryOf = async (orderId: string, but = ''): Promise<string> => {
  const deliveries = 'select id from shipping.deliveries where order_id = $1 and id <> $2';
  return (await pool.query<{ id: string }>(deliveries, [orderId, but])).rows[0]?.id ?? '';
};

/** Everything that can happen to a delivery of 5 pieces, and to a second one of its order. */
const ship = async (orderId: string, deliveryId: string) => {
  await send('HoldDelivery', { orderId, reason: 'address unclear' });
  await send('ChangeDeliveryAddress', { orderId, address: { ...leeds, line1: '11 Lark Lane' } });
  await send('ReleaseDelivery', { orderId });
  await send('PickDelivery', { deliveryId, lines: [{ lineId: 'L1', quantity: 4 }] });
  await send('ScheduleDelivery', { orderId, deliveryId: newId(), lines: null });
  await settle();
  await send('CancelDelivery', { deliveryId: await deliveryOf(orderId, deliveryId), reason: 'the shelf is empty' });
  await send('PackDelivery', { deliveryId });
  const lines = [{ lineId: 'L1', quantity: 2 }];
  await send('StopShipment', { orderId, cancellationId: newId(), lines, reason: 'two too many' });
  await send('PackDelivery', { deliveryId });
  await send('DispatchDelivery', { deliveryId, carrier: 'Royal Mail', trackingNumber: 'RM-1' });
  await send('CancelOrder', { orderId, reason: 'changed their mind' });
  await settle();
  await send('RecordCarrierScan', { deliveryId, place: 'Leeds depot', status: 'Sorted' });
  await send('FailDelivery', { deliveryId, reason: 'nobody at home' });
  await send('RetryDelivery', { deliveryId });
  await send('ConfirmDelivery', { deliveryId });
  const returnId = newId();
  await send('RequestReturn', { deliveryId, returnId, lines: [{ lineId: 'L1', quantity: 1 }], reason: 'cracked' });
  await send('ReceiveReturn', {
    deliveryId,
    returnId,
    lines: [{ lineId: 'L1', quantity: 1, disposition: 'SCRAP' }],
  });
};

/** Another order's delivery that nobody takes in. */
const sendBack = async (orderId: string) => {
  const deliveryId = await deliveryOf(orderId);
  await send('PickDelivery', { deliveryId });
  await send('PackDelivery', { deliveryId });
  await send('DispatchDelivery', { deliveryId, carrier: 'Royal Mail', trackingNumber: 'RM-2' });
  await send('FailDelivery', { deliveryId, reason: 'nobody at home' });
  await send('SendBackDelivery', { deliveryId });
};

/** What can happen to orders beside the way that they usually go. */
const salesHappens = async (customerId: string) => {
  const items = [{ lineId: 'L1', sku: 'MUG', quantity: 6 }];
  const reason = 'changed their mind';
  const orderId = await send('DraftOrder', { customerId });
  await send('AddItemToOrder', { orderId, ...items[0] });
  await send('SetPaymentTerms', { orderId, terms: 'NET_14' });
  await send('ApplyDiscount', { orderId, description: 'Spring sale', percent: '10' });
  await send('PlaceOrder', { orderId });
  await send('AddOrderNote', { orderId, text: 'Ring twice' });
  await send('HoldOrder', { orderId, reason: 'the address looks wrong' });
  await send('ReleaseOrder', { orderId });
  await send('CancelOrderLines', { orderId, reason, lines: [{ lineId: 'L1', quantity: 2 }] });
  await send('RecordCancellation', { orderId });
  await send('ExpireOrder', { orderId });
  await send('RecordOrderAsCancelled', { channel: 'edi', reason, order: { customerId, items, externalId: '42' } });
  await settle();
};

/** An order on credit that its customer may not owe, until a person lets it go on. */
const overTheLimit = async (customerId: string) => {
  await send('SetCreditLimit', { customerId, currency: 'GBP', amount: 100 });
  await settle();
  const items = [{ sku: 'MUG', quantity: 1 }];
  const orderId = await send('PlaceOrder', { terms: 'NET_14', order: { customerId, items } });
  await settle();
  await send('ReleaseOrder', { orderId, override: 'they pay on Friday' });
  await settle();
  await pay(orderId, 306);
  await send('SetCreditLimit', { customerId, currency: 'GBP', amount: null });
};

/** One way through the house that meets every kind of event there is. */
const everythingHappens = async () => {
  // First, so that the first events of accounts are these, and not those of any document.
  await moneyTransfers(send, settle);
  const mug = {
    sku: 'MUG',
    description: 'Red mug',
    unitPrice: '2.55',
    currency: 'GBP',
    weightGrams: 300,
    size: { lengthMm: 120, widthMm: 90, heightMm: 100 },
  };
  await postgresCatalog(pool).save({ ...mug, taxCode: 'STANDARD', taxRate: '20' }, { actor: ana });
  await invoiceHeldBack(engine.execute);
  await takeDemoCompany(engine.execute);
  const customerId = await send('RegisterCustomer', { name: 'Ana Meyer', email: 'ana@example.com', address: leeds });
  await send('ChangeCustomerAddress', { customerId, address: { ...leeds, line1: '9 Lark Lane' } });

  const orderId = await send('DraftOrder', { customerId });
  await send('AddItemToOrder', { orderId, lineId: 'L1', sku: 'MUG', quantity: 6 });
  await send('AddItemToOrder', { orderId, lineId: 'L2', sku: 'MUG', quantity: 1 });
  await send('AddChargeToOrder', { orderId, lineId: 'C1', code: 'POST', description: 'Postage', unitPrice: '4.00' });
  await send('ChangeItemQuantity', { orderId, lineId: 'L1', quantity: 5 });
  await send('RemoveItemFromOrder', { orderId, lineId: 'L2' });
  await send('SetDeliveryAddress', { orderId, address: leeds });
  await send('SetBillingAddress', { orderId, address: leeds });
  await send('PlaceOrder', { orderId });
  await settle();
  await pay(orderId, 2_100);
  await send('StopBilling', { orderId, reason: 'changed their mind' });
  await settle();
  const deliveryId = await deliveryOf(orderId);
  await ship(orderId, deliveryId);
  await settle();

  const fee = await send('PlaceOrder', { order: { customerId, charges: [{ code: 'POST', unitPrice: '4.00' }] } });
  await settle();
  await pay(fee, 480);

  const cancelled = await send('PlaceOrder', { order: { customerId, items: [{ sku: 'MUG', quantity: 1 }] } });
  await settle();
  await send('CancelOrder', { orderId: cancelled, reason: 'ordered twice' });
  await settle();
  const unpaid = () => send('PlaceOrder', { order: { customerId, items: [{ sku: 'MUG', quantity: 1 }] } });
  const orders = [await unpaid(), await unpaid()] as const;
  await settle();
  await moneyMoves(engine.execute, orders, customerId);

  const refused = await send('PlaceOrder', { order: { customerId, items: [{ sku: 'MUG', quantity: 1 }] } });
  await settle();
  await pay(refused, 306);
  await sendBack(refused);
  await settle();

  await overTheLimit(customerId);
  await salesHappens(customerId);
  // A process asks for what cannot be: the refusal is an event.
  await engine.execute({
    type: 'CompleteOrder',
    data: { orderId: cancelled },
    actor: { kind: 'process', id: 'fulfilment.order', name: 'fulfilment.order' },
    sentBy: { process: 'fulfilment.order', instance: cancelled, inputId: newId(), index: 0, attempt: 1 },
  });
  await stockMoves();
  await send('ReceiveDocument', {
    documentId: newId(),
    channel: 'online-retail',
    externalId: 'A563185',
    currency: 'GBP',
    lines: [{ code: 'B', description: 'Adjust bad debt', quantity: 1, unitPrice: '11062.06' }],
    malformed: [],
    objection: 'The prefix A is not known',
  });
  await ordersFromOutside(send);
  await settle();
  await billingHappens({ send, settle, ahead, ask });
  // Last: the documents above are of a buyer without one.
  await send('ChangeCustomerVatId', { customerId, vatId: 'GB123456789' });
};

const stockMoves = async () => {
  const place = { stockId: 'MUG@MAIN', sku: 'MUG', warehouse: 'MAIN' };
  const stock = (type: string, data: Record<string, unknown>) => send(type, { stockId: place.stockId, ...data });
  const reserve = (reservationId: string, quantity: number) =>
    stock('ReserveStock', { ...place, reservationId, orderId: newId(), lineId: 'L1', quantity, backorder: false });
  await stock('ReceiveStock', { ...place, receiptId: 'REC-1', quantity: 20, note: 'opening stock' });
  await stock('AdjustStock', { adjustmentId: 'ADJ-1', by: -1, reason: 'one was broken' });
  const shipped = newId();
  await reserve(shipped, 6);
  await reserve(newId(), 100);
  await stock('FirmReservation', { reservationId: shipped });
  await stock('ShipReserved', { reservationId: shipped, deliveryId: newId(), quantity: 5 });
  await stock('ReleaseReservation', { reservationId: shipped, quantity: null, reason: 'changed their mind' });
  await stock('ReleaseReservation', { reservationId: newId(), quantity: null, reason: 'changed their mind' });
  const lapsed = newId();
  await reserve(lapsed, 1);
  await stock('ExpireReservation', { reservationId: lapsed });
  await stock('ReturnStock', {
    returnId: newId(),
    orderId: newId(),
    lineId: 'L1',
    quantity: 2,
    disposition: 'RESTOCK',
  });
};

const stored = async (type: string, schemaVersion: number): Promise<RecordedEvent | undefined> =>
  (await store.feed(0, { types: [type], limit: 100 })).events.find((event) => event.schemaVersion === schemaVersion);
const keysOf = async ({ data }: RecordedEvent): Promise<Golden['keys']> => {
  const text = JSON.stringify(data);
  const { rows } = await pool.query<{ key_id: string; wrapped_key: Buffer }>(
    'select key_id::text, wrapped_key from es.subject_keys order by key_id',
  );
  const used = rows.filter(({ key_id }) => text.includes(key_id));
  return used.map(({ key_id, wrapped_key }) => ({ keyId: key_id, wrappedKey: wrapped_key.toString('base64') }));
};
/** Which fields there are, down to the last one; what they hold does not matter. */
const shapeOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, shapeOf(field)]));
};

it('every event that can happen has happened here, and looks as its golden file does', async () => {
  for (const { events, golden } of contractFolders()) {
    for (const { type, version } of events) {
      const event = await stored(type, version);
      expect(event, `${type} v${version} never happened: let it happen in this test`).toBeDefined();
      if (event && recording) keepGolden(golden, event, await keysOf(event));
      const kept = readGolden(golden).find(
        (known) => known.event.type === type && known.event.schemaVersion === version,
      );
      expect(shapeOf(event?.data), `${type} v${version}`).toEqual(shapeOf(kept?.event.data));
    }
  }
});
