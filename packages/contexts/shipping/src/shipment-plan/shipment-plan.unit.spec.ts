import type { AnyEvent } from '@waybill/engine';
import { context, specOf } from '@waybill/engine/testing';
import type { Decision } from '@waybill/kernel';
import { describe, expect, it } from 'vitest';
import { packDelivery } from '../delivery/pack-delivery.ts';
import { ShipmentPlan } from './aggregate.ts';
import { shipmentPlanCommands as commands } from './commands.ts';
import type { ShipmentPlanEvent } from './events.ts';
import { scheduleDelivery } from './schedule-delivery.ts';

const orderId = 'o-1';
const deliveryId = 'd-1';
const order = {
  orderNumber: 'ORD-2026-000001',
  customerId: 'c-1',
  customerName: 'Ana Meyer',
  deliveryAddress: { country: 'United Kingdom' },
  lines: [
    { lineId: 'l-1', sku: 'A', description: 'White hanging heart', quantity: 6, weightGrams: 120 },
    { lineId: 'l-2', sku: 'B', description: 'Lantern', quantity: 2, weightGrams: null },
  ],
};
const planned: ShipmentPlanEvent = { type: 'ShipmentPlanned', data: order };
const cleared: ShipmentPlanEvent = { type: 'DeliveryCleared', data: {} };
const stopped: ShipmentPlanEvent = { type: 'ShipmentStopped', data: { reason: 'second thoughts' } };
const frozen: ShipmentPlanEvent = { type: 'AddressFrozen', data: { deliveryId } };
const inDelivery: ShipmentPlanEvent = {
  type: 'DeliveryPlanned',
  data: { deliveryId, lines: order.lines.map(({ lineId, quantity }) => ({ lineId, quantity })) },
};
const plan = specOf(ShipmentPlan, expect);

describe('a shipment plan', () => {
  it('takes its copy of the order once', () => {
    plan
      .given()
      .when(commands.PlanShipment, { orderId, ...order })
      .then(planned);
    plan
      .given(planned)
      .when(commands.PlanShipment, { orderId, ...order })
      .thenNothing();
  });

  it('is cleared once, never after it was stopped, and not before it is planned', () => {
    plan.given(planned).when(commands.ClearDelivery, { orderId }).then(cleared);
    plan.given(planned, cleared).when(commands.ClearDelivery, { orderId }).thenNothing();
    plan.given(planned, stopped).when(commands.ClearDelivery, { orderId }).thenRefused('ShipmentStopped', { orderId });
    plan.given().when(commands.ClearDelivery, { orderId }).thenDeferred();
  });

  it('answers a cancellation: stopped while nothing is paid or packed, else why not', () => {
    const stop = { orderId, reason: 'second thoughts' };
    plan.given(planned).when(commands.StopShipment, stop).then(stopped);
    plan.given(planned, stopped).when(commands.StopShipment, stop).thenNothing();
    plan.given().when(commands.StopShipment, stop).thenDeferred();
    const answer = (...history: ShipmentPlanEvent[]) =>
      plan.given(...history).when(commands.StopShipment, stop).decision;
    expect(answer(planned, cleared)).toMatchObject({
      events: [{ type: 'ShipmentStopRefused', data: { code: 'ALREADY_CLEARED' } }],
    });
    expect(answer(planned, cleared, frozen)).toMatchObject({
      events: [{ type: 'ShipmentStopRefused', data: { code: 'ALREADY_PACKED' } }],
    });
  });
});

const folded = (...history: ShipmentPlanEvent[]) => plan.given(...history).state;
const outcome = (decision: Decision<{ on: string; event: AnyEvent }>) =>
  decision.kind === 'accepted'
    ? decision.events.map(({ on, event }) => `${on}: ${event.type}`)
    : decision.kind === 'refused'
      ? decision.refusal.code
      : decision.reason;

describe('scheduling', () => {
  const schedule = (self: unknown, delivery: unknown = null) =>
    scheduleDelivery.decide({ orderId, deliveryId, number: 'DEL-000001' }, { self, delivery }, context);

  it('puts everything that is in no delivery yet into one, in both streams at once', () => {
    expect(outcome(schedule(folded(planned, cleared)))).toEqual([
      'self: DeliveryPlanned',
      'delivery: DeliveryScheduled',
    ]);
    expect(outcome(schedule(folded(planned, inDelivery)))).toEqual([]);
  });

  it('is done once, waits for the plan, and never follows a stop', () => {
    expect(outcome(schedule(folded(planned), { orderId, status: 'SCHEDULED', lines: [] }))).toEqual([]);
    expect(outcome(schedule(folded()))).toBe('Shipping has not heard of this order yet');
    expect(outcome(schedule(folded(planned, stopped)))).toBe('ShipmentStopped');
  });
});

describe('packing', () => {
  const pack = (self: unknown, status: string | null) =>
    packDelivery.decide(
      { deliveryId },
      { self: status && { orderId, status, lines: [] }, ...(status ? { plan: self } : {}) },
      context,
    );

  it('freezes the plan with the first delivery that is packed', () => {
    expect(outcome(pack(folded(planned, cleared), 'PICKED'))).toEqual(['plan: AddressFrozen', 'self: DeliveryPacked']);
    expect(outcome(pack(folded(planned, cleared, frozen), 'PICKED'))).toEqual(['self: DeliveryPacked']);
    expect(outcome(pack(folded(planned, cleared, frozen), 'PACKED'))).toEqual([]);
  });

  it('is refused for what is unknown, unpaid, stopped or not picked', () => {
    expect(outcome(pack(folded(planned), null))).toBe('DeliveryUnknown');
    expect(outcome(pack(folded(planned), 'PICKED'))).toBe('NotCleared');
    expect(outcome(pack(folded(planned, stopped), 'PICKED'))).toBe('ShipmentStopped');
    expect(outcome(pack(folded(planned, cleared), 'SCHEDULED'))).toBe('DeliveryNotPackable');
  });
});
