import { invoiceEvents } from '@waybill/billing/contract';
import type { EventOf, Recorded } from '@waybill/engine';
import { orderPaymentEvents } from '@waybill/payments/contract';
import { orderEvents } from '@waybill/sales/contract';
import { deliveryEvents, shipmentPlanEvents } from '@waybill/shipping/contract';

/** In streams that are named after the order. */
const byOrder = [
  orderEvents.OrderDrafted,
  orderEvents.ItemAddedToOrder,
  orderEvents.ChargeAddedToOrder,
  orderEvents.ItemQuantityChanged,
  orderEvents.ItemRemovedFromOrder,
  orderEvents.DeliveryAddressChanged,
  orderEvents.BillingAddressChanged,
  orderEvents.DiscountApplied,
  orderEvents.PaymentTermsChanged,
  orderEvents.OrderNoteAdded,
  orderEvents.OrderPlaced,
  orderEvents.OrderForBilling,
  orderEvents.OrderForShipping,
  orderEvents.OrderConfirmed,
  orderEvents.OrderHeld,
  orderEvents.OrderReleased,
  orderEvents.CancellationRequested,
  orderEvents.CancellationRejected,
  orderEvents.OrderLinesCancelled,
  orderEvents.OrderCancelled,
  orderEvents.OrderExpired,
  orderEvents.OrderRecordedAsCancelled,
  orderEvents.OrderCompleted,
  orderPaymentEvents.PaymentRequested,
  orderPaymentEvents.PaymentRequestAmended,
  orderPaymentEvents.IncomingPaymentRecorded,
  orderPaymentEvents.MatchedPaymentAdded,
  orderPaymentEvents.PaymentMatched,
  orderPaymentEvents.PaymentReceived,
  orderPaymentEvents.PaymentFailed,
  orderPaymentEvents.PaymentRequestCancelled,
  orderPaymentEvents.RefundRequested,
  orderPaymentEvents.RefundCompleted,
  orderPaymentEvents.RefundFailed,
  shipmentPlanEvents.ShipmentStopped,
] as const;
/** In streams of their own, which name the order. */
const namingOrder = [
  invoiceEvents.InvoiceIssued,
  invoiceEvents.InvoicePaid,
  invoiceEvents.AllocationReversed,
  invoiceEvents.InvoiceSettled,
  invoiceEvents.InvoiceOverdue,
  invoiceEvents.InvoiceWrittenOff,
  invoiceEvents.CreditNoteIssued,
  deliveryEvents.DeliveryScheduled,
  deliveryEvents.DeliveryPicked,
  deliveryEvents.DeliveryPacked,
  deliveryEvents.DeliveryDispatched,
  deliveryEvents.DeliveryConfirmed,
  deliveryEvents.DeliveryFailed,
  deliveryEvents.DeliveryRetried,
  deliveryEvents.DeliverySentBack,
  deliveryEvents.ReturnRequested,
  deliveryEvents.ReturnReceived,
] as const;

export const orderBoardEvents = [...byOrder, ...namingOrder] as const;
export type OrderBoardEvent = Recorded<EventOf<typeof orderBoardEvents>>;
type NamingOrder = Recorded<EventOf<typeof namingOrder>>;

const naming: ReadonlySet<string> = new Set(namingOrder.map(({ type }) => type));
const namesOrder = (event: OrderBoardEvent): event is NamingOrder => naming.has(event.type);

/** The order that an event belongs to; none for a credit note without one, and for money that named no order. */
export const keysOf = (event: OrderBoardEvent): readonly string[] => {
  if (event.category === 'paymentReference') return [];
  const orderId = namesOrder(event) ? event.data.orderId : event.id;
  return orderId === null ? [] : [orderId];
};
