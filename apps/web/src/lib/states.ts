import type { Tone } from '../components/tone-shape.tsx';
import type {
  AnomalyState,
  DeliveryStatus,
  InvoiceStatus,
  MoneyTransferStatus,
  OrderDeliveryStatus,
  OrderInvoiceStatus,
  OrderReturnStatus,
  OrderStatus,
  PaymentStatus,
  ReservationStatus,
  StockStatus,
} from '../graphql/generated/documents.ts';

type Look = { word: string; tone: Tone };

/** The word and the hue of every state; the same everywhere. */
export const orderStates: Record<OrderStatus, Look> = {
  DRAFT: { word: 'Draft', tone: 'grey' },
  PLACED: { word: 'Placed', tone: 'blue' },
  CONFIRMED: { word: 'Confirmed', tone: 'blue' },
  HELD: { word: 'On hold', tone: 'amber' },
  COMPLETED: { word: 'Completed', tone: 'green' },
  CANCELLING: { word: 'Cancelling', tone: 'amber' },
  CANCELLED: { word: 'Cancelled', tone: 'violet' },
  EXPIRED: { word: 'Expired', tone: 'violet' },
};

export const paymentStates: Record<PaymentStatus, Look> = {
  NOT_REQUESTED: { word: 'Not asked', tone: 'grey' },
  REQUESTED: { word: 'Requested', tone: 'grey' },
  PARTIALLY_PAID: { word: 'Part paid', tone: 'amber' },
  PAID: { word: 'Paid', tone: 'green' },
  REFUNDING: { word: 'Refunding', tone: 'blue' },
  REFUNDED: { word: 'Refunded', tone: 'violet' },
  FAILED: { word: 'Bounced', tone: 'red' },
  CANCELLED: { word: 'Withdrawn', tone: 'violet' },
};

export const orderInvoiceStates: Record<OrderInvoiceStatus, Look> = {
  NONE: { word: 'Not yet', tone: 'grey' },
  ISSUED: { word: 'Issued', tone: 'blue' },
  OVERDUE: { word: 'Overdue', tone: 'red' },
  PAID: { word: 'Settled', tone: 'green' },
  PART_CREDITED: { word: 'Part credited', tone: 'violet' },
  CREDITED: { word: 'Credited', tone: 'violet' },
  WRITTEN_OFF: { word: 'Written off', tone: 'violet' },
};

export const orderDeliveryStates: Record<OrderDeliveryStatus, Look> = {
  NONE: { word: 'Not yet', tone: 'grey' },
  SCHEDULED: { word: 'Scheduled', tone: 'grey' },
  PICKED: { word: 'Picked', tone: 'blue' },
  PACKED: { word: 'Packed', tone: 'blue' },
  DISPATCHED: { word: 'Dispatched', tone: 'blue' },
  DELIVERED: { word: 'Delivered', tone: 'green' },
  FAILED: { word: 'Failed', tone: 'red' },
  STOPPED: { word: 'Stopped', tone: 'violet' },
};

/** What came back takes the place of where it went. */
const orderReturnStates: Record<Exclude<OrderReturnStatus, 'NONE'>, Look> = {
  REQUESTED: { word: 'Coming back', tone: 'violet' },
  PART_RETURNED: { word: 'Part returned', tone: 'violet' },
  RETURNED: { word: 'Returned', tone: 'violet' },
};
export const whereaboutsOf = (order: { deliveryStatus: OrderDeliveryStatus; returnStatus: OrderReturnStatus }): Look =>
  order.returnStatus === 'NONE' || order.deliveryStatus === 'FAILED'
    ? orderDeliveryStates[order.deliveryStatus]
    : orderReturnStates[order.returnStatus];

export const invoiceStates: Record<InvoiceStatus, Look> = {
  OPEN: { word: 'Open', tone: 'grey' },
  OVERDUE: { word: 'Overdue', tone: 'red' },
  PAID: { word: 'Settled', tone: 'green' },
  SETTLED: { word: 'Credited', tone: 'violet' },
  WRITTEN_OFF: { word: 'Written off', tone: 'violet' },
};

export const deliveryStates: Record<DeliveryStatus, Look> = {
  SCHEDULED: { word: 'Scheduled', tone: 'grey' },
  PICKED: { word: 'Picked', tone: 'blue' },
  PACKED: { word: 'Packed', tone: 'blue' },
  DISPATCHED: { word: 'Dispatched', tone: 'blue' },
  DELIVERED: { word: 'Delivered', tone: 'green' },
  FAILED: { word: 'Failed', tone: 'red' },
  RETURNING: { word: 'Coming back', tone: 'violet' },
  RETURNED: { word: 'Returned', tone: 'violet' },
  CANCELLED: { word: 'Cancelled', tone: 'violet' },
};

export const stockStates: Record<StockStatus, Look> = {
  BACKORDERED: { word: 'Waited for', tone: 'amber' },
  OUT: { word: 'Out', tone: 'red' },
  LOW: { word: 'Low', tone: 'amber' },
  IN_STOCK: { word: 'In stock', tone: 'green' },
  UNCOUNTED: { word: 'Uncounted', tone: 'grey' },
};

export const reservationStates: Record<ReservationStatus, Look> = {
  RESERVED: { word: 'Reserved', tone: 'blue' },
  FIRM: { word: 'Firm', tone: 'blue' },
  WAITING: { word: 'Waits', tone: 'amber' },
  REJECTED: { word: 'Too little', tone: 'red' },
  RELEASED: { word: 'Released', tone: 'violet' },
  EXPIRED: { word: 'Lapsed', tone: 'violet' },
  SHIPPED: { word: 'Shipped', tone: 'green' },
};

export const transferStates: Record<MoneyTransferStatus, Look> = {
  CREATED: { word: 'Begun', tone: 'grey' },
  IN_TRANSIT: { word: 'In transit', tone: 'blue' },
  RETURNING: { word: 'Going back', tone: 'violet' },
  COMPLETED: { word: 'Completed', tone: 'green' },
  FAILED: { word: 'Failed', tone: 'red' },
};

export const anomalyStates: Record<AnomalyState, Look> = {
  OPEN: { word: 'Open', tone: 'amber' },
  ASSIGNED: { word: 'Taken', tone: 'blue' },
  RESOLVED: { word: 'Resolved', tone: 'green' },
};
