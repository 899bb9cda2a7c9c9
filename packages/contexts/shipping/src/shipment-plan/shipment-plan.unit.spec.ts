import { UNKNOWN } from '@waybill/engine';
import { specOf } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import { order, orderId } from '../fixtures/order.ts';
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
