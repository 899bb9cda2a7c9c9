import { Delivery } from '../delivery/aggregate.ts';
import type { Delivery as DeliveryState, ScheduledDelivery } from '../delivery/delivery.ts';
import type { DeliveryEvent } from '../delivery/events.ts';
import type { ShipmentPlanEvent } from './events.ts';
import type { ShipmentPlan } from './shipment-plan.ts';

/** A delivery's part in a decision of its plan. */
type Name = `delivery ${string}`;
export const nameOf = (deliveryId: string): Name => `delivery ${deliveryId}`;

/** What a plan decides together with its deliveries. */
export type Happened =
  | { readonly on: 'self'; readonly event: ShipmentPlanEvent }
  | { readonly on: Name; readonly event: DeliveryEvent };

/** All deliveries of the plan that were not cancelled. */
export const withDeliveries = (
  _data: unknown,
  { deliveries }: ShipmentPlan,
): Readonly<Record<Name, readonly [typeof Delivery, string]>> =>
  Object.fromEntries([...deliveries.keys()].map((id) => [nameOf(id), [Delivery, id] as const]));

/** The deliveries of a plan, the latest first. */
export const deliveriesOf = (
  plan: ShipmentPlan,
  states: Readonly<Record<Name, DeliveryState>>,
): readonly (ScheduledDelivery & { readonly id: string })[] =>
  [...plan.deliveries.keys()].reverse().flatMap((id) => {
    const delivery = states[nameOf(id)];
    return delivery ? [{ ...delivery, id }] : [];
  });
