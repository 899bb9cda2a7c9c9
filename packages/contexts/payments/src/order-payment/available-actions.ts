import type { Refusal } from '@waybill/kernel';
import { AmendmentNotPossible, NothingToCollect, RefundTooHigh } from './refusals.ts';
import type { PaymentStatus } from './status.ts';

export interface PaymentAction {
  readonly name: string;
  readonly refusal?: Refusal;
}
interface PaymentFigures {
  readonly status: PaymentStatus;
  readonly currency: string;
  /** Minor units that the order lacks, and that can go back. */
  readonly open: number;
  readonly refundable: number;
}
const action = (name: string, refusal?: Refusal): PaymentAction => (refusal ? { name, refusal } : { name });

/** What a person should do about an order's payment now. */
export const paymentActions = ({ status, open, refundable, currency }: PaymentFigures): readonly PaymentAction[] => {
  const owes = status === 'NOT_REQUESTED' || open > 0;
  const isOver = status === 'CANCELLED' || status === 'REFUNDED';
  return [
    action('recordIncomingPayment', owes ? undefined : NothingToCollect({ status })),
    action('refundPayment', refundable > 0 ? undefined : RefundTooHigh({ refundable, currency })),
    action('amendPaymentRequest', isOver || status === 'NOT_REQUESTED' ? AmendmentNotPossible({ status }) : undefined),
  ];
};
