import type { Refusal } from '@waybill/kernel';
import type { DeliveryStatus } from './delivery.ts';
import { whyNotConfirmable, whyNotDispatchable, whyNotPackable, whyNotPickable } from './preconditions.ts';

/** What the warehouse can do with a delivery now, by the rules that will decide it. */
export const deliveryActions = ({
  status,
}: {
  readonly status: DeliveryStatus;
}): readonly { readonly name: string; readonly refusal?: Refusal }[] =>
  [
    ['pickDelivery', whyNotPickable(status)] as const,
    ['packDelivery', whyNotPackable(status)] as const,
    ['dispatchDelivery', whyNotDispatchable(status)] as const,
    ['confirmDelivery', whyNotConfirmable(status)] as const,
  ].map(([name, refusal]) => (refusal ? { name, refusal } : { name }));
