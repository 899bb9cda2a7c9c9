import { foldStream } from '@waybill/engine';
import { recorded, specOf } from '@waybill/engine/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { confirmed, deliveryId, dispatch, dispatched, packed, picked, scheduled } from '../fixtures/delivery-events.ts';
import { orderId } from '../fixtures/order.ts';
import { deliveries } from '../read-models/deliveries.ts';
import { Delivery } from './aggregate.ts';
import { deliveryCommands as commands } from './commands.ts';
import type { DeliveryEvent } from './events.ts';

const delivery = specOf(Delivery, expect);

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
