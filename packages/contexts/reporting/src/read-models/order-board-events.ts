import { invoiceEvents } from '@waybill/billing/contract';
import type { EventOf, Recorded } from '@waybill/engine';
import { orderPaymentEvents } from '@waybill/payments/contract';
import { orderEvents } from '@waybill/sales/contract';
import { deliveryEvents, shipmentPlanEvents } from '@waybill/shipping/contract';

const { PaymentRequested, IncomingPaymentRecorded, PaymentReceived, PaymentRequestCancelled } = orderPaymentEvents;
const { InvoiceIssued, InvoicePaid } = invoiceEvents;

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
  PaymentRequested,
  IncomingPaymentRecorded,
  PaymentReceived,
  PaymentRequestCancelled,
  shipmentPlanEvents.ShipmentStopped,
] as const;
/** In streams of their own, which name the order. */
const namingOrder = [
  InvoiceIssued,
  InvoicePaid,
  deliveryEvents.DeliveryScheduled,
  deliveryEvents.DeliveryPicked,
  deliveryEvents.DeliveryPacked,
  deliveryEvents.DeliveryDispatched,
  deliveryEvents.DeliveryConfirmed,
] as const;

export const orderBoardEvents = [...byOrder, ...namingOrder] as const;
export type OrderBoardEvent = Recorded<EventOf<typeof orderBoardEvents>>;
type NamingOrder = Recorded<EventOf<typeof namingOrder>>;

const naming: ReadonlySet<string> = new Set(namingOrder.map(({ type }) => type));
const namesOrder = (event: OrderBoardEvent): event is NamingOrder => naming.has(event.type);

/** The order that an event belongs to. */
export const orderOf = (event: OrderBoardEvent): string => (namesOrder(event) ? event.data.orderId : event.id);
