import type { AnyEvent, CommandDefinition, Projection, Recorded } from '@waybill/engine';
import { recorded } from '@waybill/engine/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deliveryActions } from '../delivery/available-actions.ts';
import { deliveryCommands as commands } from '../delivery/commands.ts';
import { returnableOf, type ScheduledDelivery } from '../delivery/delivery.ts';
import { order, orderId } from '../fixtures/order.ts';
import { anySending, type Sending } from '../fixtures/random-shipping.ts';
import { createShippingInMemory } from '../fixtures/shipping-in-memory.ts';
import { linesOf } from '../pieces.ts';
import { shipmentActions } from '../shipment-plan/available-actions.ts';
import { shipmentPlanCommands } from '../shipment-plan/commands.ts';
import { openLines } from '../shipment-plan/shipment-plan.ts';
import { deliveries } from './deliveries.ts';
import type { DeliveryRow } from './delivery-row.ts';
import { planOf, type ShipmentRow, shipments } from './shipments.ts';

type House = ReturnType<typeof createShippingInMemory>;
const deliveryIds = ['d-1', 'd-2', 'd-3', 'd-4'];
const way: readonly Sending[] = [
  { definition: shipmentPlanCommands.ClearDelivery, data: { orderId } },
  {
    definition: shipmentPlanCommands.ScheduleDelivery,
    data: { orderId, deliveryId: 'd-1', lines: null, number: 'DEL-000001' },
  },
  { definition: commands.PickDelivery, data: { deliveryId: 'd-1', lines: null } },
  { definition: commands.PackDelivery, data: { deliveryId: 'd-1', override: null } },
  {
    definition: commands.DispatchDelivery,
    data: { deliveryId: 'd-1', carrier: 'DPD', trackingNumber: '1', parcels: 1 },
  },
];
const histories = fc
  .tuple(fc.nat(way.length), fc.array(anySending, { maxLength: 40, size: 'max' }))
  .map(([steps, sendings]) => [...way.slice(0, steps), ...sendings]);

const live = (sendings: readonly Sending[]): House => {
  const house = createShippingInMemory();
  house.send(shipmentPlanCommands.PlanShipment, { orderId, ...order });
  for (const { definition, data } of sendings) house.send(definition, data);
  return house;
};
/** The row of one key, folded from what happened. */
const rowOf = ({ log }: House, projection: Projection, id: string): unknown =>
  log
    .filter(({ stream }) => stream === id)
    .reduce<object | undefined>((row, { event }, index) => {
      const told: Recorded = recorded<AnyEvent>(id, event, { version: index + 1 });
      return projection.evolve(row, told, id);
    }, undefined);

it('rows say what the rules know, whatever happens', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(histories, (sendings) => {
      const house = live(sendings);
      const row = rowOf(house, shipments, orderId) as ShipmentRow;
      expect(planOf(row)).toEqual(house.plan);
      expect(row.openPieces).toBe(openLines(house.plan).reduce((sum, { quantity }) => sum + quantity, 0));
      for (const id of deliveryIds) {
        const state = house.delivery(id);
        const shown = rowOf(house, deliveries, id) as DeliveryRow | undefined;
        expect(shown && { status: shown.status, lines: shown.lines }).toEqual(
          state ? { status: state.status, lines: state.lines } : undefined,
        );
        expect(shown?.returns?.map(({ id: of, receivedAt }) => [of, receivedAt !== null]) ?? []).toEqual(
          [...(state?.returns ?? [])].map(([of, { received }]) => [of, received]),
        );
      }
    }),
    { numRuns: 150 },
  );
});

/** What somebody would send who takes an action; null where there is nothing to send. */
const wishFor = (name: string, deliveryId: string, delivery: ScheduledDelivery): Record<string, unknown> | null => {
  const pending = [...delivery.returns].find(([, { received }]) => !received);
  const [line] = linesOf(returnableOf(delivery));
  const back = pending ? pending[1].lines[0] : line;
  const wishes: Record<string, Record<string, unknown> | null> = {
    pickDelivery: { lines: null },
    packDelivery: { override: null },
    dispatchDelivery: { carrier: 'DPD', trackingNumber: '1', parcels: 1 },
    requestReturn: { lines: null, reason: 'because', returnId: 'another' },
    sendBackDelivery: { returnId: 'another' },
    receiveReturn: back ? { returnId: pending?.[0] ?? 'another', lines: [{ ...back, disposition: 'RESTOCK' }] } : null,
  };
  const wish = name in wishes ? wishes[name] : { reason: 'because' };
  return wish ? { deliveryId, ...wish } : null;
};
const commandOf = (name: string): CommandDefinition => {
  const all: Record<string, CommandDefinition> = { ...commands, ...shipmentPlanCommands };
  const definition = all[name.charAt(0).toUpperCase() + name.slice(1)];
  if (!definition) throw new Error(`There is no command for ${name}`);
  return definition;
};

it('an action is offered exactly where it would change something', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(histories, (sendings) => {
      const { plan, delivery } = live(sendings);
      const changes = (name: string, data: Record<string, unknown>): boolean => {
        const answer = live(sendings).send(commandOf(name), data);
        return typeof answer !== 'string' && answer.length > 0;
      };
      for (const id of deliveryIds) {
        const state = delivery(id);
        for (const { name, refusal } of state ? deliveryActions({ id, ...state, plan }) : []) {
          const wish = state && wishFor(name, id, state);
          expect([name, !refusal]).toEqual([name, wish !== null && changes(name, wish)]);
        }
      }
      const wishes: Record<string, object> = {
        scheduleDelivery: { deliveryId: 'another', lines: null },
        holdDelivery: { reason: 'because' },
        changeDeliveryAddress: { customerId: 'c-1', address: { city: 'Bath', country: 'United Kingdom' } },
      };
      for (const { name, refusal } of shipmentActions(orderId, plan))
        expect([name, !refusal]).toEqual([name, changes(name, { orderId, ...wishes[name] })]);
    }),
    { numRuns: 60 },
  );
});
