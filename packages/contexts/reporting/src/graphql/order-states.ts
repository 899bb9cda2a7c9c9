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
const INVOICE = ['NONE', 'ISSUED', 'PAID'] as const;
const DELIVERY = ['NONE', 'SCHEDULED', 'PICKED', 'PACKED', 'DISPATCHED', 'DELIVERED', 'STOPPED'] as const;

export const OrderStatus = sharedEnum('OrderStatus', ORDER);
export const PaymentStatus = sharedEnum('PaymentStatus', PAYMENT);
export const OrderInvoiceStatus = sharedEnum('OrderInvoiceStatus', INVOICE);
export const OrderDeliveryStatus = sharedEnum('OrderDeliveryStatus', DELIVERY);

export const orderStatus = oneOf('OrderStatus', ORDER);
export const paymentStatus = oneOf('PaymentStatus', PAYMENT);
export const orderInvoiceStatus = oneOf('OrderInvoiceStatus', INVOICE);
export const orderDeliveryStatus = oneOf('OrderDeliveryStatus', DELIVERY);
