import { describe, expect, it } from 'vitest';
import { openDesk } from '../fixtures/desk.ts';
import { order, orderId } from '../fixtures/order.ts';
import { createShippingInMemory } from '../fixtures/shipping-in-memory.ts';
import { shipmentPlanCommands as plans } from './commands.ts';

const { house, schedule, clear, pick, pack, stop, open, told, hearts } = openDesk();

describe('scheduling', () => {
  it('puts everything that is open into one delivery, in both streams at once', () => {
    expect(schedule('d-1')).toEqual(['o-1: DeliveryPlanned', 'd-1: DeliveryScheduled']);
    expect(schedule('d-2')).toEqual([]);
    expect(schedule('d-1')).toEqual([]);
  });

  it('makes several deliveries of an order, never of more than is open', () => {
    schedule('d-1', hearts(4));
    expect(schedule('d-2', hearts(3))).toBe('MoreThanOpen');
    expect(schedule('d-2', [...hearts(1), ...hearts(1)])).toEqual(['o-1: DeliveryPlanned', 'd-2: DeliveryScheduled']);
    expect(schedule('d-3', [{ lineId: 'l-9', quantity: 1 }])).toBe('MoreThanOpen');
    expect(open()).toEqual([{ lineId: 'l-2', quantity: 2 }]);
  });

  it('waits for the plan, and never follows a stop of everything', () => {
    expect(createShippingInMemory().send(plans.ScheduleDelivery, { orderId, deliveryId: 'd-1', lines: null })).toBe(
      'deferred',
    );
    stop('x-1');
    expect(schedule('d-1')).toBe('ShipmentStopped');
  });
});

describe('picking', () => {
  it('gives back what was not found, for another delivery to take', () => {
    schedule('d-1');
    expect(pick('d-1', hearts(4))).toEqual(['d-1: DeliveryPicked', 'o-1: DeliveryUnplanned']);
    expect(told('DeliveryPicked')).toEqual({
      orderId,
      lines: [{ lineId: 'l-1', sku: 'A', quantity: 4 }],
      missing: [
        { lineId: 'l-1', sku: 'A', quantity: 2 },
        { lineId: 'l-2', sku: 'B', quantity: 2 },
      ],
    });
    expect(open()).toEqual([...hearts(2), { lineId: 'l-2', quantity: 2 }]);
    expect(schedule('d-2')).toEqual(['o-1: DeliveryPlanned', 'd-2: DeliveryScheduled']);
  });

  it('takes the delivery as it is, or says what is wrong with what was picked', () => {
    schedule('d-1');
    expect(pick('d-1', hearts(7))).toBe('PickExceedsDelivery');
    expect(pick('d-1', [{ lineId: 'l-9', quantity: 1 }])).toBe('PickExceedsDelivery');
    expect(pick('d-1', hearts(0))).toBe('NothingPicked');
    expect(pick('d-1')).toEqual(['d-1: DeliveryPicked']);
    expect(pick('d-1', hearts(1))).toEqual([]);
    expect(pick('d-9', hearts(1))).toBe('DeliveryUnknown');
  });
});

describe('packing', () => {
  it('freezes the address with the first delivery that is packed', () => {
    clear();
    schedule('d-1', hearts(4));
    schedule('d-2');
    for (const id of ['d-1', 'd-2']) pick(id);
    expect(pack('d-1')).toEqual(['o-1: AddressFrozen', 'd-1: DeliveryPacked']);
    expect(pack('d-2')).toEqual(['d-2: DeliveryPacked']);
    expect(pack('d-2')).toEqual([]);
  });

  it('is refused for what is unknown, unpaid, held or not picked', () => {
    expect(pack('d-1')).toBe('DeliveryUnknown');
    schedule('d-1');
    expect(pack('d-1')).toBe('NotCleared');
    clear();
    expect(pack('d-1')).toBe('DeliveryNotPackable');
    pick('d-1');
    house().send(plans.HoldDelivery, { orderId, reason: 'address unclear' });
    expect(pack('d-1')).toBe('ShipmentHeld');
    house().send(plans.ReleaseDelivery, { orderId });
    expect(pack('d-1')).toEqual(['o-1: AddressFrozen', 'd-1: DeliveryPacked']);
  });

  it('is overridden with a reason, which is kept only where there was something to override', () => {
    schedule('d-1', hearts(4));
    schedule('d-2');
    for (const id of ['d-1', 'd-2']) pick(id);
    pack('d-1', 'the chief called');
    expect(told('DeliveryPacked')).toEqual({ orderId, override: 'the chief called' });
    clear();
    pack('d-2', 'the chief called');
    expect(told('DeliveryPacked')).toEqual({ orderId, override: null });
  });
});

describe('another address', () => {
  const york = { line1: '1 Shambles', city: 'York', country: 'United Kingdom' };
  const change = (address = york) =>
    house().send(plans.ChangeDeliveryAddress, { orderId, customerId: order.customerId, address });

  it('reaches the order and what is scheduled of it, until the first delivery is packed', () => {
    clear();
    schedule('d-1', hearts(4));
    expect(change()).toEqual(['o-1: ShipmentAddressChanged', 'd-1: DeliveryRedirected']);
    expect(change()).toEqual([]);
    schedule('d-2');
    expect(told('DeliveryScheduled')).toMatchObject({ deliveryAddress: york });
    pick('d-1');
    pack('d-1');
    expect(change({ ...york, line1: '2 Shambles' })).toBe('AddressFrozen');
    expect(change()).toEqual([]);
  });

  it('is of no use to an order that was stopped', () => {
    stop('x-1');
    expect(change()).toBe('ShipmentStopped');
  });
});
