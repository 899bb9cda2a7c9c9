import type { CommandData } from '@waybill/engine';
import { accept, type Decision, type Money, nothing, refuse } from '@waybill/kernel';
import { heldOf, type PaymentShare } from '../holdings/share.ts';
import { unallocated } from '../holdings/unallocated.ts';
import type { orderPaymentCommands } from './commands.ts';
import type { OrderPaymentEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { AmountNotAllowed, isAmount } from './refusals.ts';
import { type OrderPaymentState, openAmount, received } from './state.ts';

/**
 * Puts payments to what is open of a request, in the order they came. What does not fit waits for a person:
 * nothing that arrived is lost, nothing counts twice, and currencies are never converted.
 */
const allocate = (requested: Money, payments: readonly PaymentShare[]): readonly OrderPaymentEvent[] => {
  const events: OrderPaymentEvent[] = [];
  let left = requested.amount;
  for (const share of payments) {
    const held = heldOf(share);
    if (held === 0) continue;
    const { paymentId, currency } = share;
    if (currency !== requested.currency) {
      events.push(unallocated(share, 'OTHER_CURRENCY', held));
      continue;
    }
    const excess = Math.max(0, held - left);
    left -= held - excess;
    if (excess === 0) continue;
    events.push({ type: 'OverpaymentDetected', data: { paymentId, amount: excess, currency } });
    events.push(unallocated(share, 'TOO_MUCH', excess));
  }
  return events;
};

/** Asks for the payment of an order, once. What came before is put to it. */
export const requestPayment = (
  { orderNumber, amount, currency }: CommandData<typeof orderPaymentCommands.RequestPayment>,
  state: OrderPaymentState,
): Decision<OrderPaymentEvent> => {
  if (!isAmount(amount)) return refuse(AmountNotAllowed({ amount }));
  if (state.status !== 'NOT_REQUESTED') return nothing;
  const requested = { amount: state.amendedTo ?? amount, currency };
  const asked: OrderPaymentEvent = { type: 'PaymentRequested', data: { orderNumber, ...requested } };
  const after = evolve(state, asked);
  return accept<OrderPaymentEvent>(
    asked,
    ...(openAmount(after) === 0 ? [received(after, requested)] : []),
    ...allocate(requested, state.payments),
  );
};
