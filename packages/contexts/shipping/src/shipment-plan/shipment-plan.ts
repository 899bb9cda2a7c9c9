import { type EventOf, isUnknown } from '@waybill/engine';
import type { ShippingLine } from '@waybill/sales/contract';
import { type Count, countOf, linesOf, minus, none, plus, shared, totalOf, withPieces } from '../pieces.ts';
import type { ShipmentPlanEvent, shipmentPlanEvents } from './events.ts';

type Planned = EventOf<typeof shipmentPlanEvents> & { readonly type: 'ShipmentPlanned' };

/** What may leave the house for one order. Each of its pieces is open, or in one delivery, or stopped. */
export interface ShipmentPlan {
  /** Null until shipping has its copy of the order. */
  readonly planned: Planned['data'] | null;
  readonly cleared: boolean;
  /** Why nothing is packed for now. */
  readonly held: string | null;
  /** Packed once: from then on the address does not change. */
  readonly frozen: boolean;
  /** The pieces of each delivery that was not cancelled, whether it is still here or has left. */
  readonly deliveries: ReadonlyMap<string, Count>;
  readonly stopped: Count;
  /** Everything was stopped, nothing has left. */
  readonly complete: boolean;
  /** The cancellations that have their answer. */
  readonly answered: ReadonlySet<string>;
}

export const empty: ShipmentPlan = {
  planned: null,
  cleared: false,
  held: null,
  frozen: false,
  deliveries: new Map(),
  stopped: none,
  complete: false,
  answered: new Set(),
};

export const orderedOf = ({ planned }: ShipmentPlan): Count => countOf(planned?.lines ?? []);

/** What was ordered and not stopped: it left, or may still leave. */
export const wantedOf = (plan: ShipmentPlan): Count => minus(orderedOf(plan), linesOf(plan.stopped));

/** What is in no delivery, and not stopped. */
export const openOf = (plan: ShipmentPlan): Count =>
  [...plan.deliveries.values()].reduce((open, count) => minus(open, linesOf(count)), wantedOf(plan));

export const openLines = (plan: ShipmentPlan): ShippingLine[] => withPieces(plan.planned?.lines ?? [], openOf(plan));

const inDelivery = (plan: ShipmentPlan, deliveryId: string, change: (count: Count) => Count): ShipmentPlan => {
  const deliveries = new Map(plan.deliveries);
  const count = change(deliveries.get(deliveryId) ?? none);
  if (totalOf(count) > 0) deliveries.set(deliveryId, count);
  else deliveries.delete(deliveryId);
  return { ...plan, deliveries };
};

const answer = (plan: ShipmentPlan, cancellationId: unknown): ShipmentPlan =>
  typeof cancellationId === 'string' ? { ...plan, answered: new Set([...plan.answered, cancellationId]) } : plan;

export const evolve = (plan: ShipmentPlan, event: ShipmentPlanEvent): ShipmentPlan => {
  switch (event.type) {
    case 'ShipmentPlanned':
      return { ...plan, planned: event.data };
    case 'DeliveryCleared':
      return { ...plan, cleared: true };
    case 'ShipmentHeld':
      return { ...plan, held: event.data.reason };
    case 'ShipmentReleased':
      return { ...plan, held: null };
    case 'ShipmentAddressChanged': {
      const { deliveryAddress } = event.data;
      return { ...plan, planned: plan.planned && { ...plan.planned, deliveryAddress } };
    }
    case 'DeliveryPlanned':
      return inDelivery(plan, event.data.deliveryId, (count) => plus(count, event.data.lines));
    case 'DeliveryUnplanned':
      return inDelivery(plan, event.data.deliveryId, (count) => minus(count, event.data.lines));
    case 'AddressFrozen':
      return { ...plan, frozen: true };
    case 'ShipmentStopped': {
      const { cancellationId, lines, complete } = event.data;
      const after = answer({ ...plan, complete }, cancellationId);
      // Of before lines were told: everything, whatever was planned for it.
      if (isUnknown(lines)) return { ...after, stopped: orderedOf(plan), deliveries: new Map() };
      return { ...after, stopped: plus(plan.stopped, lines) };
    }
    case 'ShipmentStopRefused':
      return answer(plan, event.data.cancellationId);
  }
};

/** The pieces of a cancellation that are not stopped yet; null asks for everything. What the plan does not know is none of its business. */
export const notStopped = (plan: ShipmentPlan, asked: Count | null): Count =>
  asked ? shared(asked, wantedOf(plan)) : wantedOf(plan);
