import { oneOf, sharedEnum } from '@waybill/graphql';
import { PAYMENT_STATES } from '../order-payment/status.ts';

export const PaymentStatus = sharedEnum('PaymentStatus', PAYMENT_STATES);
export const paymentStatus = oneOf('PaymentStatus', PAYMENT_STATES);

const REASONS = ['TOO_MUCH', 'ORDER_CANCELLED', 'UNKNOWN_ORDER', 'OTHER_CURRENCY'] as const;
export const UnallocatedReason = sharedEnum('UnallocatedReason', REASONS);
export const unallocatedReason = oneOf('UnallocatedReason', REASONS);

export const RefundStatus = sharedEnum('RefundStatus', ['REQUESTED', 'COMPLETED', 'FAILED'] as const);
