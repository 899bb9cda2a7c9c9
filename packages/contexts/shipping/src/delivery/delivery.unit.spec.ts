import { foldStream } from '@waybill/engine';
import { recorded, specOf } from '@waybill/engine/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliveries } from '../read-models/deliveries.ts';
import { Delivery } from './aggregate.ts';
import { deliveryCommands as commands } from './commands.ts';
import type { DeliveryEvent } from './events.ts';

const deliveryId = 'd-1';
const orderId = 'o-1';
const scheduled = {
  type: 'DeliveryScheduled',
  data: {
    orderId,
    number: 'DEL-000001',
    orderNumber: 'ORD-2026-000001',
    customerId: 'c-1',
    customerName: 'Ana Meyer',
    deliveryAddress: { city: 'Leeds', country: 'United Kingdom' },
    lines: [
      { lineId: 'l-1', sku: 'A', description: 'White hanging heart', quantity: 6, weightGrams: 120 },
      { lineId: 'l-2', sku: 'B', description: 'Lantern', quantity: 2, weightGrams: 80 },
    ],
  },
} satisfies DeliveryEvent;
const goods = [
  { lineId: 'l-1', sku: 'A', quantity: 6 },
  { lineId: 'l-2', sku: 'B', quantity: 2 },
];
const picked: DeliveryEvent = { type: 'DeliveryPicked', data: { orderId, lines: goods, missing: [] } };
const packed: DeliveryEvent = { type: 'DeliveryPacked', data: { orderId, override: null } };
const dispatched = {
  type: 'DeliveryDispatched',
  data: {
    orderId,
    carrier: 'Parcelforce',
    trackingNumber: 'PF 42',
    parcels: 2,
    weightGrams: 6 * 120 + 2 * 80,
    lines: goods,
  },
} satisfies DeliveryEvent;
const confirmed: DeliveryEvent = { type: 'DeliveryConfirmed', data: { orderId } };
const delivery = specOf(Delivery, expect);
const dispatch = { deliveryId, carrier: ' Parcelforce ', trackingNumber: 'PF 42', parcels: 2 };

it('goes step by step', () => {
  delivery.given(scheduled, picked, packed).when(commands.DispatchDelivery, dispatch).then(dispatched);
  delivery.given(scheduled, picked, packed, dispatched).when(commands.ConfirmDelivery, { deliveryId }).then(confirmed);
});

it('tells what the goods weigh only where all of it is known', () => {
  const [first, ...others] = scheduled.data.lines;
  if (!first) throw new Error('A delivery without goods');
  const unweighed = { ...scheduled, data: { ...scheduled.data, lines: [{ ...first, weightGrams: null }, ...others] } };
  delivery
    .given(unweighed, picked, packed)
    .when(commands.DispatchDelivery, dispatch)
    .then({ ...dispatched, data: { ...dispatched.data, weightGrams: null } });
});

it('refuses a step out of turn, and says which comes first', () => {
  delivery.given().when(commands.DispatchDelivery, dispatch).thenRefused('DeliveryUnknown', { deliveryId });
  delivery
    .given(scheduled)
    .when(commands.DispatchDelivery, dispatch)
    .thenRefused('DeliveryNotDispatchable', { status: 'SCHEDULED' });
  delivery
    .given(scheduled)
    .when(commands.ConfirmDelivery, { deliveryId })
    .thenRefused('DeliveryNotConfirmable', { status: 'SCHEDULED' });
  const nameless = { ...dispatch, carrier: ' ' };
  delivery
    .given(scheduled, picked, packed)
    .when(commands.DispatchDelivery, nameless)
    .thenRefused('TrackingMissing', { field: 'carrier' });
});

it('takes a step that was taken already as done', () => {
  delivery.given(scheduled, picked, packed, dispatched).when(commands.DispatchDelivery, dispatch).thenNothing();
  delivery
    .given(scheduled, picked, packed, dispatched, confirmed)
    .when(commands.ConfirmDelivery, { deliveryId })
    .thenNothing();
});

it('takes a scan however late, and none from the future', () => {
  const scan = { deliveryId, place: 'Leeds depot', status: 'Sorted', sequence: 0 };
  const occurredAt = new Date('2026-01-04T18:00:00Z');
  const data = { orderId, place: 'Leeds depot', status: 'Sorted', sequence: 0 };
  delivery
    .given(scheduled, picked, packed, dispatched, confirmed)
    .when(commands.RecordCarrierScan, scan, { occurredAt })
    .then({ type: 'CarrierScanRecorded', data, occurredAt });
  delivery
    .given(scheduled)
    .when(commands.RecordCarrierScan, scan, { occurredAt: new Date('2026-01-05T09:06:00Z') })
    .thenRefused('ScanFromTheFuture', { occurredAt: '2026-01-05T09:06:00.000Z' });
  delivery.given().when(commands.RecordCarrierScan, scan).thenRefused('DeliveryUnknown', { deliveryId });
});

it('was last where it was seen last, in whatever order its scans arrive', () => {
  const seen = (place: string, hour: number, sequence: number): DeliveryEvent => ({
    type: 'CarrierScanRecorded',
    data: { orderId, place, status: 'Sorted', sequence },
    occurredAt: new Date(Date.UTC(2026, 0, 6, hour)),
  });
  const way = [scheduled, picked, packed, dispatched];
  const scans = [seen('Hull', 7, 0), seen('Leeds', 9, 1), seen('York', 9, 2), seen('Bath', 8, 0)];
  fc.assert(
    fc.property(fc.shuffledSubarray(scans, { minLength: scans.length }), (shuffled) => {
      const story = [...way, ...shuffled].map((event, n) => recorded(deliveryId, event, { version: n + 1 }));
      expect(foldStream(Delivery, story)).toMatchObject({ status: 'DISPATCHED', lastScan: { place: 'York' } });
    }),
  );
});

const failed: DeliveryEvent = { type: 'DeliveryFailed', data: { orderId, reason: 'nobody at home' } };
const retried: DeliveryEvent = { type: 'DeliveryRetried', data: { orderId } };
const onItsWay = [scheduled, picked, packed, dispatched];

describe('a delivery that fails', () => {
  const fail = { deliveryId, reason: 'nobody at home' };

  it('is tried again', () => {
    delivery
      .given(...onItsWay)
      .when(commands.FailDelivery, fail)
      .then(failed);
    delivery
      .given(...onItsWay, failed)
      .when(commands.FailDelivery, fail)
      .thenNothing();
    delivery
      .given(...onItsWay, failed)
      .when(commands.RetryDelivery, { deliveryId })
      .then(retried);
    delivery
      .given(...onItsWay, failed, retried)
      .when(commands.RetryDelivery, { deliveryId })
      .thenNothing();
    delivery
      .given(...onItsWay, failed, retried)
      .when(commands.ConfirmDelivery, { deliveryId })
      .then(confirmed);
  });

  it('has left, and has not arrived', () => {
    delivery.given(scheduled).when(commands.FailDelivery, fail).thenRefused('DeliveryNotFailable');
    delivery
      .given(...onItsWay, confirmed)
      .when(commands.FailDelivery, fail)
      .thenRefused('DeliveryNotFailable');
    delivery
      .given(...onItsWay, confirmed)
      .when(commands.RetryDelivery, { deliveryId })
      .thenRefused('DeliveryNotRetryable');
    delivery
      .given(...onItsWay, failed)
      .when(commands.ConfirmDelivery, { deliveryId })
      .thenRefused('DeliveryNotConfirmable');
  });

  it('goes back to sender as a return of everything', () => {
    const sentBack: DeliveryEvent = { type: 'DeliverySentBack', data: { orderId, reason: 'address unknown' } };
    const asked: DeliveryEvent = {
      type: 'ReturnRequested',
      data: { orderId, returnId: 'r-1', lines: goods, reason: 'address unknown' },
    };
    const sendBack = { deliveryId, returnId: 'r-1', reason: 'address unknown' };
    delivery
      .given(...onItsWay, failed)
      .when(commands.SendBackDelivery, sendBack)
      .then(sentBack, asked);
    delivery
      .given(...onItsWay, failed, sentBack, asked)
      .when(commands.SendBackDelivery, sendBack)
      .thenNothing();
    delivery
      .given(...onItsWay, failed, asked)
      .when(commands.SendBackDelivery, sendBack)
      .then(sentBack);
    delivery
      .given(...onItsWay)
      .when(commands.SendBackDelivery, sendBack)
      .thenRefused('DeliveryNotRetryable');
    delivery.given().when(commands.SendBackDelivery, sendBack).thenRefused('DeliveryUnknown');
    delivery
      .given(...onItsWay, failed, sentBack, asked)
      .when(commands.RetryDelivery, { deliveryId })
      .thenRefused('DeliveryNotRetryable');
  });
});

describe('a return', () => {
  const hearts = (quantity: number) => ({ lineId: 'l-1', sku: 'A', quantity });
  const asked = (returnId: string, quantity: number): DeliveryEvent => ({
    type: 'ReturnRequested',
    data: { orderId, returnId, lines: [hearts(quantity)], reason: 'too small' },
  });
  const received = (returnId: string, quantity: number): DeliveryEvent => ({
    type: 'ReturnReceived',
    data: { orderId, returnId, lines: [{ ...hearts(quantity), disposition: 'RESTOCK' }] },
  });
  const request = (returnId: string, quantity: number) => ({
    deliveryId,
    returnId,
    lines: [{ lineId: 'l-1', quantity }],
    reason: 'too small',
  });
  const receive = (returnId: string, quantity: number) => ({
    deliveryId,
    returnId,
    lines: [{ lineId: 'l-1', quantity, disposition: 'RESTOCK' as const }],
  });

  it('is asked for once, and never of more than left', () => {
    delivery
      .given(...onItsWay)
      .when(commands.RequestReturn, request('r-1', 4))
      .then(asked('r-1', 4));
    delivery
      .given(...onItsWay, asked('r-1', 4))
      .when(commands.RequestReturn, request('r-1', 4))
      .thenNothing();
    delivery
      .given(...onItsWay, asked('r-1', 4))
      .when(commands.RequestReturn, request('r-2', 3))
      .thenRefused('ReturnExceedsDelivery', { lineId: 'l-1', available: 2 });
    delivery
      .given(...onItsWay, confirmed, asked('r-1', 4), received('r-1', 1))
      .when(commands.RequestReturn, request('r-2', 5))
      .then(asked('r-2', 5));
  });

  it('of everything takes what is not asked back yet', () => {
    const all = { deliveryId, returnId: 'r-2', lines: null, reason: 'too small' };
    delivery
      .given(...onItsWay, confirmed, asked('r-1', 6))
      .when(commands.RequestReturn, all)
      .then({
        type: 'ReturnRequested',
        data: { orderId, returnId: 'r-2', lines: [{ lineId: 'l-2', sku: 'B', quantity: 2 }], reason: 'too small' },
      });
    const whole: DeliveryEvent = {
      type: 'ReturnRequested',
      data: { orderId, returnId: 'r-1', lines: goods, reason: 'too small' },
    };
    delivery
      .given(...onItsWay, whole)
      .when(commands.RequestReturn, all)
      .thenRefused('NothingToReturn');
  });

  it('is of what left the house', () => {
    delivery.given(scheduled).when(commands.RequestReturn, request('r-1', 1)).thenRefused('DeliveryNotReturnable');
    delivery.given(scheduled).when(commands.ReceiveReturn, receive('r-1', 1)).thenRefused('DeliveryNotReturnable');
    delivery.given().when(commands.RequestReturn, request('r-1', 1)).thenRefused('DeliveryUnknown');
    delivery.given().when(commands.ReceiveReturn, receive('r-1', 1)).thenRefused('DeliveryUnknown');
  });

  it('says per piece what becomes of it, is received once, and closed by it', () => {
    delivery
      .given(...onItsWay, asked('r-1', 4))
      .when(commands.ReceiveReturn, {
        deliveryId,
        returnId: 'r-1',
        lines: [
          { lineId: 'l-1', quantity: 1, disposition: 'RESTOCK' },
          { lineId: 'l-1', quantity: 1, disposition: 'SCRAP' },
        ],
      })
      .then({
        type: 'ReturnReceived',
        data: {
          orderId,
          returnId: 'r-1',
          lines: [
            { ...hearts(1), disposition: 'RESTOCK' },
            { ...hearts(1), disposition: 'SCRAP' },
          ],
        },
      });
    delivery
      .given(...onItsWay, asked('r-1', 4), received('r-1', 2))
      .when(commands.ReceiveReturn, receive('r-1', 2))
      .thenNothing();
  });

  it('may come unannounced, but not of what another return has', () => {
    delivery
      .given(...onItsWay, asked('r-1', 4))
      .when(commands.ReceiveReturn, receive('r-2', 3))
      .thenRefused('ReturnExceedsDelivery', { lineId: 'l-1', available: 2 });
    delivery
      .given(...onItsWay, asked('r-1', 4))
      .when(commands.ReceiveReturn, receive('r-2', 2))
      .then(received('r-2', 2));
    delivery
      .given(...onItsWay, asked('r-1', 4))
      .when(commands.ReceiveReturn, receive('r-1', 6))
      .then(received('r-1', 6));
  });

  it('of all that was in it makes the delivery returned', () => {
    const lanterns: DeliveryEvent = {
      type: 'ReturnReceived',
      data: { orderId, returnId: 'r-2', lines: [{ lineId: 'l-2', sku: 'B', quantity: 2, disposition: 'SCRAP' }] },
    };
    const { state } = delivery.given(...onItsWay, confirmed, received('r-1', 6));
    expect(state?.status).toBe('DELIVERED');
    const all = delivery.given(...onItsWay, confirmed, received('r-1', 6), lanterns);
    expect(all.state?.status).toBe('RETURNED');
    all.when(commands.ReceiveReturn, receive('r-3', 1)).thenRefused('NothingToReturn');
    all.when(commands.ConfirmDelivery, { deliveryId }).thenRefused('DeliveryNotConfirmable');
  });
});

it('is one row on the board', () => {
  const rows = [scheduled, picked, packed, dispatched].reduce<ReturnType<typeof deliveries.evolve>>(
    (row, event, index) => deliveries.evolve(row, recorded(deliveryId, event, { version: index + 1 }), deliveryId),
    undefined,
  );
  expect(rows).toMatchObject({
    id: deliveryId,
    number: 'DEL-000001',
    status: 'DISPATCHED',
    version: 4,
    pieces: 8,
    weightGrams: 880,
    carrier: 'Parcelforce',
    deliveredAt: null,
    search: 'del-000001 ord-2026-000001 ana meyer leeds united kingdom parcelforce pf 42',
  });
});
