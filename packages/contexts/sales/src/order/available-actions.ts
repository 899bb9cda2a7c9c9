import type { Refusal } from '@waybill/kernel';
import {
  type OrderFacts,
  whyNoLinesCancellable,
  whyNotCancellable,
  whyNotEditable,
  whyNotHoldable,
  whyNotPlaceable,
  whyNotReleasable,
} from './preconditions.ts';
import { OrderEmpty } from './refusals.ts';

export interface AvailableAction {
  /** The mutation's name. */
  readonly name: string;
  readonly allowed: boolean;
  /** Why not, and what to do instead. */
  readonly reason: string | null;
}

/** What can be done with an order now, by the rules that will decide it. */
export const availableActions = (order: OrderFacts): readonly AvailableAction[] => {
  const editing = whyNotEditable(order);
  const editingLines = editing ?? (order.lineCount === 0 ? OrderEmpty({}) : null);
  return [
    action('addItemToOrder', editing),
    action('addChargeToOrder', editing),
    action('changeItemQuantity', editingLines),
    action('removeItemFromOrder', editingLines),
    action('setDeliveryAddress', editing),
    action('setBillingAddress', editing),
    action('setPaymentTerms', editing),
    action('applyDiscount', editingLines),
    action('placeOrder', whyNotPlaceable(order)),
    action('holdOrder', whyNotHoldable(order)),
    action('releaseOrder', whyNotReleasable(order)),
    action('cancelOrderLines', whyNoLinesCancellable(order)),
    action('cancelOrder', whyNotCancellable(order)),
    action('addOrderNote', null),
  ];
};

const action = (name: string, why: Refusal | null): AvailableAction => ({
  name,
  allowed: why === null,
  reason: why?.message ?? null,
});
