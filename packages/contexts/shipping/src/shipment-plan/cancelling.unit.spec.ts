import { describe, expect, it } from 'vitest';
import { deliveryCommands } from '../delivery/commands.ts';
import { openDesk } from '../fixtures/desk.ts';
import { order, orderId } from '../fixtures/order.ts';
import { createShippingInMemory } from '../fixtures/shipping-in-memory.ts';
import { shipmentPlanCommands as plans } from './commands.ts';

const { house, schedule, clear, pick, pack, dispatch, stop, open, told, hearts } = openDesk();

describe('a cancellation', () => {
  const lanterns = { lineId: 'l-2', quantity: 2 };

  it('of everything stops everything, once', () => {
    expect(stop('x-1')).toEqual(['o-1: ShipmentStopped']);
    expect(told('ShipmentStopped')).toEqual({
      cancellationId: 'x-1',
      reason: 'second thoughts',
      lines: [...hearts(6), lanterns],
      complete: true,
    });
    expect(stop('x-1')).toEqual([]);
    stop('x-2');
    expect(told('ShipmentStopped')).toEqual({
      cancellationId: 'x-2',
      reason: 'second thoughts',
      lines: [],
      complete: true,
    });
  });

  it('waits for the plan', () => {
    const { send } = createShippingInMemory();
    expect(send(plans.StopShipment, { orderId, cancellationId: 'x-1', lines: null, reason: 'no' })).toBe('deferred');
  });

  it('of some takes open pieces first, and leaves what is in a delivery alone', () => {
    schedule('d-1', hearts(4));
    expect(stop('x-1', hearts(2))).toEqual(['o-1: ShipmentStopped']);
    expect(told('ShipmentStopped')).toMatchObject({ lines: hearts(2), complete: false });
    expect(open()).toEqual([lanterns]);
  });

  it('shortens what is in the house and cancels what is emptied, in the same append', () => {
    clear();
    schedule('d-1', [...hearts(3), lanterns]);
    schedule('d-2', hearts(3));
    pick('d-1');
    pack('d-1');
    expect(stop('x-1', hearts(5))).toEqual([
      'd-2: DeliveryCancelled',
      'o-1: DeliveryUnplanned',
      'd-1: DeliveryShortened',
      'o-1: DeliveryUnplanned',
      'o-1: ShipmentStopped',
    ]);
    expect(house().delivery('d-1')).toMatchObject({
      status: 'PICKED',
      lines: [
        { lineId: 'l-1', quantity: 1 },
        { lineId: 'l-2', quantity: 2 },
      ],
    });
    expect(told('DeliveryCancelled')).toMatchObject({ cancellationId: 'x-1', reason: 'second thoughts' });
    expect(dispatch('d-1')).toBe('DeliveryNotDispatchable');
    expect(pack('d-1')).toEqual(['d-1: DeliveryPacked']);
  });

  it('of what has left stops nothing, and says what can be asked back', () => {
    clear();
    schedule('d-1', hearts(4));
    pick('d-1');
    pack('d-1');
    dispatch('d-1');
    schedule('d-2');
    expect(stop('x-1')).toEqual(['o-1: ShipmentStopRefused']);
    expect(told('ShipmentStopRefused')).toMatchObject({
      cancellationId: 'x-1',
      code: 'ALREADY_DISPATCHED',
      returnable: [{ deliveryId: 'd-1', lines: hearts(4) }],
    });
    expect(stop('x-1')).toEqual([]);
    expect(stop('x-2', hearts(3))).toEqual(['o-1: ShipmentStopRefused']);
    expect(told('ShipmentStopRefused')).toMatchObject({ returnable: [{ deliveryId: 'd-1', lines: hearts(1) }] });
    expect(stop('x-3', hearts(2))).toContain('o-1: ShipmentStopped');
    expect(told('ShipmentStopped')).toMatchObject({ complete: false });
  });

  it('of what is on its way back already offers no second return', () => {
    clear();
    schedule('d-1');
    pick('d-1');
    pack('d-1');
    dispatch('d-1');
    house().send(deliveryCommands.RequestReturn, { deliveryId: 'd-1', returnId: 'r-1', lines: null, reason: 'no' });
    stop('x-1');
    expect(told('ShipmentStopRefused')).toMatchObject({ code: 'ALREADY_RETURNED', returnable: [] });
  });

  it('of lines that shipping never had (postage) finds nothing to stop, and says so', () => {
    stop('x-1', [{ lineId: 'postage', quantity: 1 }]);
    expect(told('ShipmentStopped')).toMatchObject({ lines: [], complete: false });
  });
});

describe('a delivery that is cancelled', () => {
  it('gives its pieces back to the plan', () => {
    clear();
    schedule('d-1');
    pick('d-1');
    pack('d-1');
    const cancel = { deliveryId: 'd-1', reason: 'the parcel broke' };
    expect(house().send(deliveryCommands.CancelDelivery, cancel)).toEqual([
      'd-1: DeliveryCancelled',
      'o-1: DeliveryUnplanned',
    ]);
    expect(house().send(deliveryCommands.CancelDelivery, cancel)).toEqual([]);
    expect(open()).toEqual(order.lines.map(({ lineId, quantity }) => ({ lineId, quantity })));
    expect(pick('d-1')).toBe('DeliveryNotPickable');
    expect(pack('d-1')).toBe('DeliveryNotPackable');
    expect(dispatch('d-1')).toBe('DeliveryNotDispatchable');
  });

  it('was still here; what has left is a return', () => {
    clear();
    schedule('d-1');
    pick('d-1');
    pack('d-1');
    dispatch('d-1');
    const cancel = { deliveryId: 'd-1', reason: 'no' };
    expect(house().send(deliveryCommands.CancelDelivery, cancel)).toBe('DeliveryNotCancellable');
    expect(house().send(deliveryCommands.CancelDelivery, { ...cancel, deliveryId: 'd-9' })).toBe('DeliveryUnknown');
  });
});
