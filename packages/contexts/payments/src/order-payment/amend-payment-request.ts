import type { CommandData } from '@waybill/engine';
import { accept, type Decision, nothing, refuse } from '@waybill/kernel';
import { balance } from './balance.ts';
import type { orderPaymentCommands } from './commands.ts';
import type { OrderPaymentEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { AmountNotAllowed, isAmount } from './refusals.ts';
import type { OrderPaymentState } from './state.ts';

/** Asks for another total: of fewer goods, or of more. */
export const amendPaymentRequest = (
  { amendmentId, amount, reason }: CommandData<typeof orderPaymentCommands.AmendPaymentRequest>,
  state: OrderPaymentState,
): Decision<OrderPaymentEvent> => {
  if (!isAmount(amount)) return refuse(AmountNotAllowed({ amount }));
  if (state.status === 'CANCELLED' || state.amendments.includes(amendmentId)) return nothing;
  const currency = state.requested?.currency ?? '';
  const amended: OrderPaymentEvent = { type: 'PaymentRequestAmended', data: { amendmentId, reason, amount, currency } };
  return accept<OrderPaymentEvent>(amended, ...balance(evolve(state, amended)));
};
