import type { HoldingEvent, UnallocatedReason } from '../order-payment/events.ts';
import type { PaymentShare } from './share.ts';

type Unallocated = Extract<HoldingEvent, { readonly type: 'PaymentUnallocated' }>;

/** That much of a payment waits for a person. `orderReference`: what the payer wrote. */
export const unallocated = (
  { paymentId, channel, reference, currency }: Pick<PaymentShare, 'paymentId' | 'channel' | 'reference' | 'currency'>,
  reason: UnallocatedReason,
  amount: number,
  orderReference: string | null = null,
): Unallocated => ({
  type: 'PaymentUnallocated',
  data: { paymentId, channel, reference, reason, orderReference, amount, currency },
});
