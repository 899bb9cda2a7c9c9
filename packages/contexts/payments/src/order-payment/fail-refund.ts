import type { CommandData } from '@waybill/engine';
import type { Decision } from '@waybill/kernel';
import { failRefund } from '../holdings/settle-refund.ts';
import { balance } from './balance.ts';
import type { orderPaymentCommands } from './commands.ts';
import type { OrderPaymentEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { OrderPaymentState } from './state.ts';

/** A refund did not go out. The order has the money again: it may be complete by it, or need it no longer. */
export const failOrderRefund = (
  { refundId, reason }: CommandData<typeof orderPaymentCommands.FailRefund>,
  state: OrderPaymentState,
): Decision<OrderPaymentEvent> => {
  const decision: Decision<OrderPaymentEvent> = failRefund(state, refundId, reason);
  if (decision.kind !== 'accepted' || decision.events.length === 0) return decision;
  const after = decision.events.reduce(evolve, state);
  return { ...decision, events: [...decision.events, ...balance(after)] };
};
