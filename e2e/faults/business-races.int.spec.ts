import { derivedId } from '@waybill/kernel';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFiles } from './business-audit.ts';
import { differences, everything, type Insider, openInsider } from './business-books.ts';
import { act, deliveryOf, drainThroughCrashes, pay, place, stock, TOTAL } from './business-crashes.ts';
import { createRandom, seedOfRun } from './business-random.ts';
import { tellStory } from './business-story.ts';

describe('40 orders that are placed, paid, cancelled and sent all at the same time', () => {
  it('end as a person would expect', { timeout: 120_000 }, async () => {
    const { faults, figures } = await tellStory(40);
    process.stdout.write(`\nraces: ${JSON.stringify(figures)}\n`);
    expect(faults.slice(0, 10)).toEqual([]);
  });
});

describe('two engines on one database', () => {
  let database: TestDatabase;
  let engines: readonly [Insider, Insider];
  let customerId: string;
  beforeAll(async () => {
    database = await testDatabase();
    engines = [openInsider(database.url), openInsider(database.url)];
    customerId = await stock(engines[0]);
    await drain();
  });
  afterAll(async () => {
    for (const { close } of engines) await close();
    await database.drop();
  });

  const drain = async () => {
    for (let quiet = 0; quiet < 2; ) {
      const drained = await Promise.all(engines[0].engine.consumers.map((consumer) => consumer.drain(1_000)));
      quiet = drained.some(({ handled, caughtUp }) => handled > 0 || !caughtUp) ? 0 : quiet + 1;
    }
  };
  const twenty = <T>(work: (engine: Insider, index: number) => Promise<T>): Promise<T[]> =>
    Promise.all(Array.from({ length: 20 }, (_, index) => work(engines[index % 2 ? 1 : 0], index)));
  const faults = async () => readFiles(await everything(engines[0])).faults;
  const eventsOf = async (...streams: string[]): Promise<string[]> => {
    const histories = await Promise.all(streams.map((stream) => engines[0].engine.history(stream)));
    return histories.flat().map(({ type }) => type);
  };

  it('take one payment that is reported 20 times at once for one', async () => {
    const orderId = await place(engines[0], customerId);
    const ids = await twenty((engine) => pay(engine, orderId, 'TRX-1'));
    expect(new Set(ids).size).toBe(1);
    await drain();
    expect(await eventsOf(`paymentReference-${ids[0]}`, `orderPayment-${orderId}`)).toEqual([
      'PaymentReferenceTaken',
      'IncomingPaymentRecorded',
      'PaymentRequested',
      'PaymentReceived',
      'BillingRecorded',
    ]);
    const invoices = await eventsOf(`invoice-${derivedId('invoice', orderId)}`);
    expect(invoices.filter((type) => type === 'InvoiceIssued')).toHaveLength(1);
    expect(await faults()).toEqual([]);
  });

  it('take one of two amounts that are reported 10 times each under one reference', async () => {
    const orderId = await place(engines[0], customerId);
    const payment = { orderId, channel: 'bank', reference: 'TRX-2', currency: 'GBP' };
    const ids = await twenty((engine, index) =>
      act(engine, 'RecordIncomingPayment', { ...payment, amount: index < 10 ? TOTAL : TOTAL + 1 }),
    );
    expect(ids.filter((id) => id === 'PaymentReferenceConflict')).toHaveLength(10);
    await drain();
    expect(await faults()).toEqual([]);
  });

  it('issue one invoice, whoever asks for it 20 times at once, and number many without a gap', async () => {
    const orderIds = await twenty((engine) => place(engine, customerId));
    await Promise.all(orderIds.map((orderId, index) => pay(engines[index % 2 ? 1 : 0], orderId)));
    const invoiceId = derivedId('invoice', orderIds[0] ?? '');
    const issue = (engine: Insider, orderId = '', id = derivedId('invoice', orderId)) =>
      act(engine, 'IssueInvoice', { orderId, invoiceId: id });
    const processes = drain();
    await Promise.all([
      twenty((engine) => issue(engine, orderIds[0], invoiceId)),
      twenty((engine, index) => issue(engine, orderIds[index])),
      processes,
    ]);
    await drain();
    expect(await faults()).toEqual([]);
    const { rows } = await engines[0].pool.query('select count(*)::int as invoices from billing.invoices');
    expect(rows).toEqual([{ invoices: 22 }]);
  });

  it('stop or send, never both', async () => {
    const orderIds = await twenty((engine) => place(engine, customerId));
    await drain();
    await Promise.all(orderIds.map((orderId) => pay(engines[0], orderId)));
    const race = async (orderId: string, index: number) => {
      const deliveryId = deliveryOf(orderId);
      await Promise.all([
        act(engines[0], 'CancelOrder', { orderId, reason: 'Too late?' }),
        act(engines[index % 2 ? 1 : 0], 'StopShipment', { orderId, reason: 'Now' }),
        (async () => {
          for (const step of ['PickDelivery', 'PackDelivery', 'DispatchDelivery'])
            await act(engines[1], step, { deliveryId, carrier: 'Royal Mail', trackingNumber: 'RM1' });
        })(),
      ]);
    };
    const processes = drain();
    await Promise.all(orderIds.map(race));
    await processes;
    await drain();
    for (const orderId of orderIds) {
      const types = await eventsOf(`shipmentPlan-${orderId}`, `delivery-${deliveryOf(orderId)}`);
      expect(types.includes('ShipmentStopped') && types.includes('DeliveryDispatched')).toBe(false);
    }
  });
});

describe('consumers that die between reading and writing', () => {
  it('leave nothing undone and nothing done twice to those who go on', { timeout: 60_000 }, async () => {
    const seed = seedOfRun();
    const random = createRandom(seed);
    const database = await testDatabase();
    const shop = openInsider(database.url);
    try {
      const customerId = await stock(shop);
      await shop.engine.consumers.find(({ name }) => name === 'customers.customers')?.drain(1_000);
      const orderIds = await Promise.all(Array.from({ length: 15 }, () => place(shop, customerId)));
      const third = (which: number) => orderIds.filter((_, index) => index % 3 === which);
      const figures = [await drainThroughCrashes(database, random, shop)];
      await Promise.all(third(0).map((orderId) => act(shop, 'CancelOrder', { orderId, reason: 'Ordered twice' })));
      figures.push(await drainThroughCrashes(database, random, shop));
      await Promise.all(orderIds.map((orderId) => pay(shop, orderId)));
      figures.push(await drainThroughCrashes(database, random, shop));
      for (const step of ['PickDelivery', 'PackDelivery', 'DispatchDelivery', 'ConfirmDelivery'])
        await Promise.all(
          third(1).map((orderId) =>
            act(shop, step, { deliveryId: deliveryOf(orderId), carrier: 'Royal Mail', trackingNumber: 'RM1' }),
          ),
        );
      figures.push(await drainThroughCrashes(database, random, shop));
      process.stdout.write(`\ncrashes: ${JSON.stringify({ seed, figures })}\n`);
      const events = await everything(shop);
      expect(readFiles(events)).toEqual({
        faults: [],
        ends: { OrderCompleted: 5, OrderCancelled: 5, PaymentReceived: 5 },
      });
      for (const projection of shop.engine.modules.flatMap((module) => module.projections ?? []))
        expect(await differences(shop, projection, events)).toEqual([]);
      const { rows } = await shop.pool.query('select consumer, error from es.dead_letters');
      expect(rows).toEqual([]);
    } finally {
      await shop.close();
      await database.drop();
    }
  });
});
