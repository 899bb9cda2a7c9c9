import type { CommandData } from '@waybill/engine';
import { accept, type Decision, nothing } from '@waybill/kernel';
import { heldOf } from '../holdings/share.ts';
import { unallocated } from '../holdings/unallocated.ts';
import type { orderPaymentCommands } from './commands.ts';
import type { OrderPaymentEvent } from './events.ts';
import type { OrderPaymentState } from './state.ts';

/** The order was cancelled, or expired: what came for it waits for a person. */
export const cancelPaymentRequest = (
  { reason }: CommandData<typeof orderPaymentCommands.CancelPaymentRequest>,
  { status, payments }: OrderPaymentState,
): Decision<OrderPaymentEvent> => {
  if (status === 'CANCELLED') return nothing;
  return accept<OrderPaymentEvent>(
    { type: 'PaymentRequestCancelled', data: { reason } },
    ...payments
      .filter((share) => heldOf(share) > 0)
      .map((share) => unallocated(share, 'ORDER_CANCELLED', heldOf(share))),
  );
};
