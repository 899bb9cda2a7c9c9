import type { Refusal } from '@waybill/kernel';
import { totalOf } from '../pieces.ts';
import { AddressFrozen, NothingHeld, NothingOpen, ShipmentHeld, ShipmentStopped } from '../refusals.ts';
import { openOf, type ShipmentPlan } from './shipment-plan.ts';

/** What people can do with what is to ship of an order, by the rules that will decide it. */
export const shipmentActions = (
  orderId: string,
  plan: ShipmentPlan,
): readonly { readonly name: string; readonly refusal?: Refusal }[] => {
  const stopped = plan.complete ? ShipmentStopped({ orderId }) : null;
  const offered: readonly (readonly [name: string, why: Refusal | null])[] = [
    ['scheduleDelivery', stopped ?? (totalOf(openOf(plan)) === 0 ? NothingOpen({ orderId }) : null)],
    ['holdDelivery', stopped ?? (plan.held === null ? null : ShipmentHeld({ orderId, reason: plan.held }))],
    ['releaseDelivery', plan.held === null ? NothingHeld({ orderId }) : null],
    ['changeDeliveryAddress', stopped ?? (plan.frozen ? AddressFrozen({ orderId }) : null)],
  ];
  return offered.map(([name, refusal]) => (refusal ? { name, refusal } : { name }));
};
