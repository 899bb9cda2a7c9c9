import { heldOf } from '../holdings/share.ts';
import { unallocated } from '../holdings/unallocated.ts';
import type { OrderPaymentEvent } from './events.ts';
import { heldAmount, type OrderPaymentState, openAmount, received } from './state.ts';

/** What the order holds and has no claim to waits for a person, of the newest payments first. */
const setFree = (state: OrderPaymentState): readonly OrderPaymentEvent[] => {
  const { status, requested, claim, payments } = state;
  const held = payments.toReversed().filter((share) => heldOf(share) > 0);
  if (status === 'CANCELLED') return held.map((share) => unallocated(share, 'ORDER_CANCELLED', heldOf(share)));
  if (!requested) return [];
  let excess = Math.max(0, heldAmount(state) - claim);
  return held.flatMap((share) => {
    if (share.currency !== requested.currency) return [unallocated(share, 'OTHER_CURRENCY', heldOf(share))];
    const amount = Math.min(excess, heldOf(share));
    excess -= amount;
    return amount > 0 ? [unallocated(share, 'TOO_MUCH', amount)] : [];
  });
};

/** What follows from a change of what an order asks for or holds: it may be complete now, and may hold too much. */
export const balance = (state: OrderPaymentState): readonly OrderPaymentEvent[] => {
  const complete = state.status === 'REQUESTED' && state.requested && openAmount(state) === 0;
  return [...(complete ? [received(state, state.requested)] : []), ...setFree(state)];
};
