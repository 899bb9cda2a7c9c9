import { UNKNOWN } from '@waybill/engine';
import { specOf } from '@waybill/engine/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { deliveryCommands } from '../delivery/commands.ts';
import { order, orderId } from '../fixtures/order.ts';
import { createShippingInMemory } from '../fixtures/shipping-in-memory.ts';
import { linesOf } from '../pieces.ts';
import { ShipmentPlan } from './aggregate.ts';
import { shipmentPlanCommands as plans } from './commands.ts';
import type { ShipmentPlanEvent } from './events.ts';
import { openLines } from './shipment-plan.ts';

const planned: ShipmentPlanEvent = { type: 'ShipmentPlanned', data: order };
const cleared: ShipmentPlanEvent = { type: 'DeliveryCleared', data: {} };
const held: ShipmentPlanEvent = { type: 'ShipmentHeld', data: { reason: 'address unclear' } };
const released: ShipmentPlanEvent = { type: 'ShipmentReleased', data: {} };
const inDelivery: ShipmentPlanEvent = {
  type: 'DeliveryPlanned',
  data: { deliveryId: 'd-1', lines: order.lines.map(({ lineId, quantity }) => ({ lineId, quantity })) },
};
/** As it was recorded before lines could be stopped. */
const stoppedOnce: ShipmentPlanEvent = {
  type: 'ShipmentStopped',
  data: { reason: 'second thoughts', cancellationId: UNKNOWN, lines: UNKNOWN, complete: true },
};
const spec = specOf(ShipmentPlan, expect);

describe('a shipment plan', () => {
  it('takes its copy of the order once', () => {
    const plan = { orderId, ...order };
    spec.given().when(plans.PlanShipment, plan).then(planned);
    spec.given(planned).when(plans.PlanShipment, plan).thenNothing();
  });

  it('is cleared once, never after all of it was stopped, and not before it is planned', () => {
    spec.given(planned).when(plans.ClearDelivery, { orderId }).then(cleared);
    spec.given(planned, cleared).when(plans.ClearDelivery, { orderId }).thenNothing();
    spec.given(planned, stoppedOnce).when(plans.ClearDelivery, { orderId }).thenRefused('ShipmentStopped', { orderId });
    spec.given().when(plans.ClearDelivery, { orderId }).thenDeferred();
  });

  it('is held for one reason at a time, the last one said, and released', () => {
    const hold = { orderId, reason: 'address unclear' };
    spec.given(planned).when(plans.HoldDelivery, hold).then(held);
    spec.given(planned, held).when(plans.HoldDelivery, hold).thenNothing();
    const another = { type: 'ShipmentHeld', data: { reason: 'another' } } as const;
    spec.given(planned, held).when(plans.HoldDelivery, { orderId, reason: 'another' }).then(another);
    spec.given(planned, stoppedOnce).when(plans.HoldDelivery, hold).thenNothing();
    spec.given().when(plans.HoldDelivery, hold).thenDeferred();
    spec.given(planned, held).when(plans.ReleaseDelivery, { orderId }).then(released);
    spec.given(planned, held, released).when(plans.ReleaseDelivery, { orderId }).thenNothing();
    spec.given().when(plans.ReleaseDelivery, { orderId }).thenDeferred();
  });

  it('that was stopped before lines were told is stopped whole, whatever was planned', () => {
    const { state } = spec.given(planned, inDelivery, stoppedOnce);
    expect({ open: openLines(state), stopped: linesOf(state.stopped), deliveries: [...state.deliveries] }).toEqual({
      open: [],
      stopped: order.lines.map(({ lineId, quantity }) => ({ lineId, quantity })),
      deliveries: [],
    });
  });
});

let house: ReturnType<typeof createShippingInMemory>;
beforeEach(() => {
  house = createShippingInMemory();
  house.send(plans.PlanShipment, { orderId, ...order });
});
const schedule = (deliveryId: string, lines: { lineId: string; quantity: number }[] | null = null) =>
  house.send(plans.ScheduleDelivery, { orderId, deliveryId, lines, number: deliveryId.toUpperCase() });
const clear = () => house.send(plans.ClearDelivery, { orderId });
const pick = (deliveryId: string, lines: { lineId: string; quantity: number }[] | null = null) =>
  house.send(deliveryCommands.PickDelivery, { deliveryId, lines });
const pack = (deliveryId: string, override: string | null = null) =>
  house.send(deliveryCommands.PackDelivery, { deliveryId, override });
const dispatch = (deliveryId: string) =>
  house.send(deliveryCommands.DispatchDelivery, {
    deliveryId,
    carrier: 'Royal Mail',
    trackingNumber: 'RM-1',
    parcels: 1,
  });
const stop = (cancellationId: string, lines: { lineId: string; quantity: number }[] | null = null) =>
  house.send(plans.StopShipment, { orderId, cancellationId, lines, reason: 'second thoughts' });
const open = () => openLines(house.plan).map(({ lineId, quantity }) => ({ lineId, quantity }));
const told = (type: string) => house.log.findLast(({ event }) => event.type === type)?.event.data;
const hearts = (quantity: number) => [{ lineId: 'l-1', quantity }];

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
    house.send(plans.HoldDelivery, { orderId, reason: 'address unclear' });
    expect(pack('d-1')).toBe('ShipmentHeld');
    house.send(plans.ReleaseDelivery, { orderId });
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
    house.send(plans.ChangeDeliveryAddress, { orderId, customerId: order.customerId, address });

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
    expect(house.delivery('d-1')).toMatchObject({
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
    house.send(deliveryCommands.RequestReturn, { deliveryId: 'd-1', returnId: 'r-1', lines: null, reason: 'no' });
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
    expect(house.send(deliveryCommands.CancelDelivery, cancel)).toEqual([
      'd-1: DeliveryCancelled',
      'o-1: DeliveryUnplanned',
    ]);
    expect(house.send(deliveryCommands.CancelDelivery, cancel)).toEqual([]);
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
    expect(house.send(deliveryCommands.CancelDelivery, cancel)).toBe('DeliveryNotCancellable');
    expect(house.send(deliveryCommands.CancelDelivery, { ...cancel, deliveryId: 'd-9' })).toBe('DeliveryUnknown');
  });
});
