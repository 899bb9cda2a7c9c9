import type { Recorded } from '@waybill/engine';
import { newId } from '@waybill/kernel';
import { eventually } from '@waybill/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ana, openPlant, type Plant } from './testing/plant.ts';

const SECONDS_TO_PAY = 3;

let plant: Plant;
beforeAll(async () => {
  plant = await openPlant();
  await plant.startWorker({ WAYBILL_TIME_TO_PAY_SECONDS: String(SECONDS_TO_PAY) });
});
afterAll(() => plant.stop());

const send = async (type: string, data: Record<string, unknown>): Promise<string> => {
  const outcome = await plant.engine.execute({ type, data, actor: ana });
  if (outcome.status === 'accepted') return outcome.aggregateId;
  throw new Error(`${type} was refused: ${outcome.refusal.message}`);
};
const story = (stream: string): Promise<readonly Recorded[]> => plant.engine.history(stream);
const types = (events: readonly Recorded[]): string[] => events.map(({ type }) => type);

/** By the worker's own clock, timers and queue: nobody helps. */
it('an order that nobody pays expires by itself, and what was kept for it is free again', async () => {
  const mug = { sku: 'MUG', description: 'A mug', unitPrice: '2.55', taxCode: 'STANDARD', taxRate: '20' };
  const stock = { stockId: 'MUG@MAIN', sku: 'MUG', warehouse: 'MAIN' };
  await send('ReceiveStock', { ...stock, receiptId: newId(), quantity: 5, note: '' });
  const customerId = await send('RegisterCustomer', { name: 'Ana Lima', address: { city: 'Leeds', country: 'GB' } });
  const items = [{ lineId: 'L1', quantity: 2, weightGrams: 300, ...mug }];
  const orderId = await send('PlaceOrder', { order: { customerId, currency: 'GBP', items } });

  await eventually(
    async () => {
      expect(types(await story(`order-${orderId}`))).toContain('OrderExpired');
      expect(types(await story('stockItem-MUG@MAIN'))).toEqual([
        'StockReceived',
        'StockReserved',
        'ReservationReleased',
      ]);
      expect(types(await story(`orderPayment-${orderId}`))).toEqual(['PaymentRequested', 'PaymentRequestCancelled']);
      expect(types(await story(`orderBilling-${orderId}`))).toEqual(['BillingOpened', 'BillingStopped']);
      const { rows } = await plant.pool.query(
        'select order_status, payment_status from reporting.order_board where id = $1',
        [orderId],
      );
      expect(rows).toMatchObject([{ order_status: 'EXPIRED', payment_status: 'CANCELLED' }]);
    },
    { within: 60_000 },
  );
  const order = await story(`order-${orderId}`);
  expect(types(order)).toEqual(expect.arrayContaining(['OrderPlaced', 'OrderConfirmed', 'OrderExpired']));
  const expired = order.find(({ type }) => type === 'OrderExpired');
  const confirmed = order.find(({ type }) => type === 'OrderConfirmed');
  const waited = Number(expired?.recordedAt) - Number(confirmed?.recordedAt);
  expect(waited).toBeGreaterThanOrEqual(SECONDS_TO_PAY * 1_000);
  expect(expired?.actor).toMatchObject({ kind: 'process', id: 'fulfilment.order' });
});
