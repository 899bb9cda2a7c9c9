import { UNKNOWN } from '@waybill/engine';
import { describe, expect, it } from 'vitest';
import { fold, placed, scheduled, told } from '../testing/board-story.ts';

describe('The board of orders, of deliveries and returns', () => {
  it('follows the delivery', () => {
    const onItsWay = [
      told('DeliveryPicked', { orderId: 'o1', lines: UNKNOWN, missing: [] }, 'd1'),
      told('DeliveryPacked', { orderId: 'o1', override: null }, 'd1'),
      told(
        'DeliveryDispatched',
        { orderId: 'o1', carrier: 'DPD', trackingNumber: 'T1', parcels: 1, weightGrams: UNKNOWN, lines: UNKNOWN },
        'd1',
      ),
      told('DeliveryConfirmed', { orderId: 'o1' }, 'd1'),
    ];
    const statuses = onItsWay.map(
      (_, steps) => fold(...placed, scheduled, ...onItsWay.slice(0, steps + 1))?.deliveryStatus,
    );
    expect(fold(...placed, scheduled)).toMatchObject({
      deliveryStatus: 'SCHEDULED',
      deliveryId: 'd1',
      deliveryNumber: 'DEL-2026-000001',
    });
    expect(statuses).toEqual(['PICKED', 'PACKED', 'DISPATCHED', 'DELIVERED']);
    const stopped = { reason: 'changed my mind', cancellationId: UNKNOWN, lines: UNKNOWN };
    expect(fold(...placed, told('ShipmentStopped', { ...stopped, complete: true }))).toMatchObject({
      deliveryStatus: 'STOPPED',
    });
    expect(fold(...placed, scheduled, told('ShipmentStopped', { ...stopped, complete: false }))).toMatchObject({
      deliveryStatus: 'SCHEDULED',
    });
  });

  const goods = [{ lineId: 'L1', sku: 'MUG', quantity: 6 }];
  const back = (quantity: number) => [{ lineId: 'L1', sku: 'MUG', quantity }];
  const received = (returnId: string, quantity: number) =>
    told(
      'ReturnReceived',
      { orderId: 'o1', returnId, lines: back(quantity).map((line) => ({ ...line, disposition: 'RESTOCK' as const })) },
      'd1',
    );
  const handedOver = { orderId: 'o1', carrier: 'DPD', trackingNumber: 'T1', parcels: 1, weightGrams: null };
  const dispatched = told('DeliveryDispatched', { ...handedOver, lines: goods }, 'd1');

  it('follows a delivery that fails, is tried again, and comes back', () => {
    const failed = told('DeliveryFailed', { orderId: 'o1', reason: 'Nobody at home' }, 'd1');
    expect(fold(...placed, dispatched, failed)?.deliveryStatus).toBe('FAILED');
    expect(fold(...placed, dispatched, failed, told('DeliveryRetried', { orderId: 'o1' }, 'd1'))?.deliveryStatus).toBe(
      'DISPATCHED',
    );
    const asking = { orderId: 'o1', returnId: 'r1', lines: back(2), reason: 'Too many' };
    const wished = [...placed, dispatched, told('ReturnRequested', asking, 'd1')];
    expect(fold(...wished)?.returnStatus).toBe('REQUESTED');
    // One that nobody announced changes nothing for the one that is awaited.
    expect(fold(...wished, received('r2', 1))?.returnStatus).toBe('REQUESTED');
    expect(fold(...wished, received('r1', 2))?.returnStatus).toBe('PART_RETURNED');
    expect(fold(...wished, received('r1', 2), received('r2', 4))).toMatchObject({
      returnStatus: 'RETURNED',
      returns: { shipped: 6, returned: 6, open: [] },
    });
    const unknown = told('DeliveryDispatched', { ...handedOver, lines: UNKNOWN }, 'd1');
    expect(fold(...placed, unknown, received('r1', 6))?.returnStatus).toBe('PART_RETURNED');
  });
});
