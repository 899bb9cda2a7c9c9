import { defineJointCommand } from '@waybill/engine';
import { accept, defer, nothing } from '@waybill/kernel';
import { hasLeft, returnableOf, type ScheduledDelivery } from '../delivery/delivery.ts';
import { goodsOf } from '../delivery/goods-of.ts';
import { type Count, countOf, linesOf, minus, plus, shared, totalOf } from '../pieces.ts';
import { ShipmentPlan } from './aggregate.ts';
import { shipmentPlanCommands } from './commands.ts';
import { NOT_PLANNED } from './plan-shipment.ts';
import { notStopped, openOf, orderedOf, type ShipmentPlan as Plan } from './shipment-plan.ts';
import { deliveriesOf, type Happened, nameOf, withDeliveries } from './with-deliveries.ts';

type Here = ScheduledDelivery & { readonly id: string };

/**
 * The answer to a cancellation: all that it asks for is stopped, or nothing. Open pieces go first, then those of
 * deliveries, the ones with the least work done first; a delivery that loses all of them is cancelled with it.
 */
export const stopShipment = defineJointCommand({
  command: shipmentPlanCommands.StopShipment,
  owner: ShipmentPlan,
  companions: withDeliveries,
  decide: ({ orderId, lines, reason, ...asked }, { self: plan, ...states }, { commandId }) => {
    if (!plan.planned) return defer(NOT_PLANNED);
    const cancellationId = asked.cancellationId ?? commandId;
    if (plan.answered.has(cancellationId)) return nothing;
    const deliveries = deliveriesOf(plan, states);
    const wanted = notStopped(plan, lines && countOf(lines));
    const { taken, left } = takeFrom(plan, deliveries, wanted);
    if (totalOf(left) > 0) {
      const returnable = returnableFrom(deliveries, left);
      return accept<Happened>({
        on: 'self',
        event: { type: 'ShipmentStopRefused', data: { cancellationId, ...tooLate(returnable.length > 0), returnable } },
      });
    }
    const stopped = plus(plan.stopped, linesOf(wanted));
    const complete = totalOf(minus(orderedOf(plan), linesOf(stopped))) === 0;
    return accept<Happened>(
      ...taken.flatMap(({ delivery, count }) => emptied(orderId, delivery, count, { reason, cancellationId })),
      {
        on: 'self',
        event: { type: 'ShipmentStopped', data: { cancellationId, reason, lines: linesOf(wanted), complete } },
      },
    );
  },
});

const WORK = ['SCHEDULED', 'PICKED', 'PACKED'];

/** Which deliveries give how much of it, and what of it is not in the house any more. */
const takeFrom = (plan: Plan, deliveries: readonly Here[], wanted: Count) => {
  let left = minus(wanted, linesOf(shared(openOf(plan), wanted)));
  const taken: { readonly delivery: Here; readonly count: Count }[] = [];
  const here = deliveries
    .filter(({ status }) => WORK.includes(status))
    .sort((one, other) => WORK.indexOf(one.status) - WORK.indexOf(other.status));
  for (const delivery of here) {
    const count = shared(countOf(delivery.lines), left);
    if (totalOf(count) === 0) continue;
    taken.push({ delivery, count });
    left = minus(left, linesOf(count));
  }
  return { taken, left };
};

/** The delivery gives these pieces back to the plan, which stops them; without any left it is cancelled. */
const emptied = (
  orderId: string,
  delivery: Here,
  count: Count,
  why: { readonly reason: string; readonly cancellationId: string },
): readonly Happened[] => {
  const isEmpty = totalOf(count) === totalOf(countOf(delivery.lines));
  const data = { orderId, lines: goodsOf(delivery.lines, count), ...why };
  return [
    { on: nameOf(delivery.id), event: { type: isEmpty ? 'DeliveryCancelled' : 'DeliveryShortened', data } },
    { on: 'self', event: { type: 'DeliveryUnplanned', data: { deliveryId: delivery.id, lines: linesOf(count) } } },
  ];
};

/** What can be asked back of what is missing, delivery by delivery. */
const returnableFrom = (deliveries: readonly Here[], missing: Count) => {
  let left = missing;
  return deliveries
    .filter(({ status }) => hasLeft(status))
    .flatMap((delivery) => {
      const count = shared(returnableOf(delivery), left);
      left = minus(left, linesOf(count));
      return totalOf(count) > 0 ? [{ deliveryId: delivery.id, lines: linesOf(count) }] : [];
    });
};

const tooLate = (isReturnable: boolean) =>
  isReturnable
    ? { code: 'ALREADY_DISPATCHED', message: 'It has left the house: let it arrive, then request a return.' }
    : { code: 'ALREADY_RETURNED', message: 'It left the house and is on its way back already: wait for its return.' };
