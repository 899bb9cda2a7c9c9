import type { CommandData, DecisionContext } from '@waybill/engine';
import { accept, type Decision, nothing, refuse } from '@waybill/kernel';
import { sumOf } from '../holdings/share.ts';
import type { orderPaymentCommands } from './commands.ts';
import type { OrderPaymentEvent, Taken } from './events.ts';
import { AmountNotAllowed, isAmount, RefundTooHigh } from './refusals.ts';
import { drawable, type OrderPaymentState, refundable } from './state.ts';

/** `ofHeld`: also what the order has a claim to. */
const take = (state: OrderPaymentState, currency: string, amount: number, ofHeld: boolean): readonly Taken[] => {
  let left = amount;
  const there = drawable(state, currency).filter(({ reason }) => ofHeld || reason !== null);
  return there.flatMap(({ share: { paymentId }, reason, amount: there }) => {
    const part = Math.min(left, there);
    left -= part;
    return part > 0 ? [{ paymentId, reason, amount: part }] : [];
  });
};

/**
 * Sends money back: never more than is here. Too much is not a process's fault, it gets what there is; a person is refused.
 * A process sends back what was set free before: where a person was faster, it does not take what the order still needs.
 */
export const refundPayment = (
  { refundId, amount, currency, reason }: CommandData<typeof orderPaymentCommands.RefundPayment>,
  state: OrderPaymentState,
  { actor }: DecisionContext,
): Decision<OrderPaymentEvent> => {
  if (state.refunds.some((known) => known.refundId === refundId)) return nothing;
  if (!isAmount(amount)) return refuse(AmountNotAllowed({ amount }));
  const byProcess = actor.kind === 'process';
  if (amount === 0 && !byProcess) return refuse(AmountNotAllowed({ amount }));
  const taken = take(state, currency, amount, !byProcess);
  const there = sumOf(taken);
  if (there < amount && !byProcess) return refuse(RefundTooHigh({ refundable: refundable(state, currency), currency }));
  if (there === 0) return accept<OrderPaymentEvent>({ type: 'RefundNotNeeded', data: { refundId, reason } });
  const { orderNumber } = state;
  return accept<OrderPaymentEvent>({
    type: 'RefundRequested',
    data: { refundId, reason, orderNumber, paymentId: null, taken: [...taken], amount: there, currency },
  });
};
