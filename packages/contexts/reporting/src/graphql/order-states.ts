import { oneOf, sharedEnum } from '@waybill/graphql';

const ORDER = ['DRAFT', 'PLACED', 'CONFIRMED', 'HELD', 'CANCELLING', 'CANCELLED', 'EXPIRED', 'COMPLETED'] as const;
const PAYMENT = [
  'NOT_REQUESTED',
  'REQUESTED',
  'PARTIALLY_PAID',
  'PAID',
  'REFUNDING',
  'REFUNDED',
  'CANCELLED',
  'FAILED',
] as const;
const INVOICE = ['NONE', 'ISSUED', 'OVERDUE', 'PAID', 'PART_CREDITED', 'CREDITED', 'WRITTEN_OFF'] as const;
const DELIVERY = ['NONE', 'SCHEDULED', 'PICKED', 'PACKED', 'DISPATCHED', 'DELIVERED', 'FAILED', 'STOPPED'] as const;
const RETURN = ['NONE', 'REQUESTED', 'PART_RETURNED', 'RETURNED'] as const;

export const OrderStatus = sharedEnum('OrderStatus', ORDER);
export const PaymentStatus = sharedEnum('PaymentStatus', PAYMENT);
export const OrderInvoiceStatus = sharedEnum('OrderInvoiceStatus', INVOICE);
export const OrderDeliveryStatus = sharedEnum('OrderDeliveryStatus', DELIVERY);
export const OrderReturnStatus = sharedEnum('OrderReturnStatus', RETURN);

export const orderStatus = oneOf('OrderStatus', ORDER);
export const paymentStatus = oneOf('PaymentStatus', PAYMENT);
export const orderInvoiceStatus = oneOf('OrderInvoiceStatus', INVOICE);
export const orderDeliveryStatus = oneOf('OrderDeliveryStatus', DELIVERY);
export const orderReturnStatus = oneOf('OrderReturnStatus', RETURN);
