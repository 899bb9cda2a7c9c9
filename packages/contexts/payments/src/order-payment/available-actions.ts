import type { Refusal } from '@waybill/kernel';
import { NothingToCollect } from './refusals.ts';

export type PaymentStatus = 'NOT_REQUESTED' | 'REQUESTED' | 'PARTIALLY_PAID' | 'PAID' | 'CANCELLED';

/** What a person should do about an order's payment now. */
export const paymentActions = ({
  status,
}: {
  readonly status: PaymentStatus;
}): readonly { readonly name: string; readonly refusal?: Refusal }[] => [
  status === 'PAID' || status === 'CANCELLED'
    ? { name: 'recordIncomingPayment', refusal: NothingToCollect({ status }) }
    : { name: 'recordIncomingPayment' },
];
