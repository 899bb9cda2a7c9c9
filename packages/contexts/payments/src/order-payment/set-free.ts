import { heldOf } from '../holdings/share.ts';
import { unallocated } from '../holdings/unallocated.ts';
import type { OrderPaymentEvent } from './events.ts';
import { heldAmount, type OrderPaymentState } from './state.ts';

/** What the order holds above its claim waits for a person, of the newest payments first. */
export const setFree = (state: OrderPaymentState): readonly OrderPaymentEvent[] => {
  const currency = state.requested?.currency;
  const reason = state.status === 'CANCELLED' ? 'ORDER_CANCELLED' : 'TOO_MUCH';
  let left = Math.max(0, heldAmount(state) - state.claim);
  const shares = state.payments.filter((share) => share.currency === currency).toReversed();
  return shares.flatMap((share) => {
    const amount = Math.min(left, heldOf(share));
    left -= amount;
    return amount > 0 ? [unallocated(share, reason, amount)] : [];
  });
};
