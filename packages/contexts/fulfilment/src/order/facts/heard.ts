import type { EventOf, Recorded } from '@waybill/engine';
import { happened } from '../../neighbours.ts';

/** What an order's way is made of. */
export const events = [
  happened.OrderPlaced,
  happened.OrderConfirmed,
  happened.OrderHeld,
  happened.OrderReleased,
  happened.CancellationRequested,
  happened.CancellationRejected,
  happened.OrderLinesCancelled,
  happened.OrderCancelled,
  happened.OrderExpired,
  happened.CreditReserved,
  happened.CreditRefused,
  happened.StockReserved,
  happened.StockReservationRejected,
  happened.ReservationExpired,
  happened.IncomingPaymentRecorded,
  happened.MatchedPaymentAdded,
  happened.PaymentReceived,
  happened.PaymentRequestAmended,
  happened.PaymentRequestCancelled,
  happened.PaymentUnallocated,
  happened.PaymentFailed,
  happened.RefundRequested,
  happened.RefundCompleted,
  happened.RefundFailed,
  happened.RefundNotNeeded,
  happened.BillingReduced,
  happened.BillingStopRefused,
  happened.InvoiceIssued,
  happened.InvoicePaid,
  happened.AllocationReversed,
  happened.InvoiceSettled,
  happened.InvoiceWrittenOff,
  happened.CreditNoteIssued,
  happened.CreditNoteNotNeeded,
  happened.ShipmentStopped,
  happened.ShipmentStopRefused,
  happened.DeliveryPicked,
  happened.DeliveryCancelled,
  happened.DeliveryDispatched,
  happened.DeliveryConfirmed,
  happened.DeliverySentBack,
  happened.ReturnRequested,
  happened.ReturnReceived,
  happened.CancellationMatched,
] as const;

export type Heard = Recorded<EventOf<typeof events>>;

/** One kind of them. */
export type HeardOf<T extends Heard['type']> = Extract<Heard, { readonly type: T }>;

/** Streams that have the order's own id. */
const OF_ORDER: readonly string[] = ['order', 'orderPayment', 'orderBilling', 'shipmentPlan'];

/** The order that an event is about; null for money, or a credit note, that no order is known for. */
export const orderOf = (event: Pick<Heard, 'category' | 'data' | 'id'>): string | null => {
  if (OF_ORDER.includes(event.category)) return event.id;
  // All of them are of one order.
  if ('matches' in event.data) return event.data.matches[0]?.orderId ?? null;
  return 'orderId' in event.data && typeof event.data.orderId === 'string' ? event.data.orderId : null;
};
