import type { Refusal } from '@waybill/kernel';
import { type OrderFacts, whyNotCancellable, whyNotEditable, whyNotPlaceable } from './preconditions.ts';
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
    action('placeOrder', whyNotPlaceable(order)),
    action('cancelOrder', whyNotCancellable(order)),
  ];
};

const action = (name: string, why: Refusal | null): AvailableAction => ({
  name,
  allowed: why === null,
  reason: why?.message ?? null,
});
