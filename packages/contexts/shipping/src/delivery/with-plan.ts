import { ShipmentPlan } from '../shipment-plan/aggregate.ts';
import type { ShipmentPlanEvent } from '../shipment-plan/events.ts';
import type { Delivery } from './delivery.ts';
import type { DeliveryEvent } from './events.ts';

/** What a delivery decides together with its order's plan. */
export type Happened =
  | { readonly on: 'self'; readonly event: DeliveryEvent }
  | { readonly on: 'plan'; readonly event: ShipmentPlanEvent };

/** The plan of a delivery's order; none where there is no such delivery. */
export const withPlan = (
  _data: unknown,
  delivery: Delivery,
): { readonly plan?: readonly [typeof ShipmentPlan, string] } =>
  delivery ? { plan: [ShipmentPlan, delivery.orderId] } : {};
