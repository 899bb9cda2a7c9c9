import type { Refusal } from '@waybill/kernel';
import type { ShipmentPlan } from '../shipment-plan/shipment-plan.ts';
import type { ScheduledDelivery } from './delivery.ts';
import { whyNotReleased } from './pack-delivery.ts';
import {
  whyNotCancellable,
  whyNotConfirmable,
  whyNotDispatchable,
  whyNotFailable,
  whyNothingReturnable,
  whyNotPackable,
  whyNotPickable,
  whyNotReceivable,
  whyNotRetryable,
} from './preconditions.ts';

export interface DeliveryFacts extends Pick<ScheduledDelivery, 'orderId' | 'status' | 'lines' | 'returns'> {
  readonly id: string;
  /** Null where the plan is not known (yet): then it is decided without a look ahead. */
  readonly plan: Pick<ShipmentPlan, 'cleared' | 'held'> | null;
}

/** What the warehouse can do with a delivery now, by the rules that will decide it. */
export const deliveryActions = ({
  id,
  plan,
  ...delivery
}: DeliveryFacts): readonly { readonly name: string; readonly refusal?: Refusal }[] => {
  const { orderId, status } = delivery;
  const offered: readonly (readonly [name: string, why: Refusal | null])[] = [
    ['pickDelivery', whyNotPickable(status)],
    ['packDelivery', whyNotPackable(status) ?? (plan && whyNotReleased(orderId, plan))],
    ['dispatchDelivery', whyNotDispatchable(status)],
    ['confirmDelivery', whyNotConfirmable(status)],
    ['failDelivery', whyNotFailable(status)],
    ['retryDelivery', whyNotRetryable(status)],
    ['sendBackDelivery', whyNotRetryable(status)],
    ['cancelDelivery', whyNotCancellable(status)],
    ['requestReturn', whyNothingReturnable(id, delivery)],
    ['receiveReturn', whyNotReceivable(id, status)],
  ];
  return offered.map(([name, refusal]) => (refusal ? { name, refusal } : { name }));
};
