import { accept, type Decision, nothing, refuse } from '@waybill/kernel';
import type { HoldingEvent } from '../order-payment/events.ts';
import { RefundSettledBefore, RefundUnknown } from '../order-payment/refusals.ts';
import type { Holdings } from './holdings.ts';
import { unallocated } from './unallocated.ts';

type Settled = Extract<HoldingEvent, { readonly type: 'RefundCompleted' | 'RefundFailed' | 'PaymentUnallocated' }>;

/** The money is out. */
export const completeRefund = ({ refunds }: Holdings, refundId: string): Decision<Settled> => {
  const refund = refunds.find((known) => known.refundId === refundId);
  if (!refund) return refuse(RefundUnknown({ refundId }));
  const { status, amount, currency } = refund;
  if (status === 'COMPLETED') return nothing;
  if (status === 'FAILED') return refuse(RefundSettledBefore({ status }));
  return accept<Settled>({ type: 'RefundCompleted', data: { refundId, amount, currency } });
};

/** The money did not go out. What had waited for a person waits again. */
export const failRefund = ({ payments, refunds }: Holdings, refundId: string, reason: string): Decision<Settled> => {
  const refund = refunds.find((known) => known.refundId === refundId);
  if (!refund) return refuse(RefundUnknown({ refundId }));
  const { status, amount, currency, taken } = refund;
  if (status === 'FAILED') return nothing;
  if (status === 'COMPLETED') return refuse(RefundSettledBefore({ status }));
  const waitsAgain = taken.flatMap((part) => {
    const share = payments.find(({ paymentId, failed }) => paymentId === part.paymentId && !failed);
    return share && part.reason ? [unallocated(share, part.reason, part.amount)] : [];
  });
  return accept<Settled>(
    { type: 'RefundFailed', data: { refundId, reason, taken: [...taken], amount, currency } },
    ...waitsAgain,
  );
};
