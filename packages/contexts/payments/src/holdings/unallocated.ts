import type { HoldingEvent, UnallocatedReason } from '../order-payment/events.ts';
import type { PaymentShare } from './share.ts';

type Unallocated = Extract<HoldingEvent, { readonly type: 'PaymentUnallocated' }>;
type Named = Pick<PaymentShare, 'paymentId' | 'channel' | 'reference' | 'currency' | 'orderReference'>;

/** That much of a payment waits for a person. */
export const unallocated = (
  { paymentId, channel, reference, currency, orderReference }: Named,
  reason: UnallocatedReason,
  amount: number,
): Unallocated => ({
  type: 'PaymentUnallocated',
  data: { paymentId, channel, reference, reason, orderReference, amount, currency },
});
