import { invoiceCommands, invoiceEvents, orderBillingCommands } from '@waybill/billing/contract';
import { orderPaymentCommands, orderPaymentEvents } from '@waybill/payments/contract';
import { orderCommands, orderEvents } from '@waybill/sales/contract';
import { deliveryCommands, deliveryEvents, shipmentPlanCommands, shipmentPlanEvents } from '@waybill/shipping/contract';

/** What fulfilment may ask of its neighbours, and hear from them: their contracts, nothing else. */
export const sales = orderCommands;
export const payments = orderPaymentCommands;
export const billing = { ...orderBillingCommands, ...invoiceCommands };
export const shipping = { ...shipmentPlanCommands, ...deliveryCommands };
export const happened = {
  ...orderEvents,
  ...orderPaymentEvents,
  ...invoiceEvents,
  ...shipmentPlanEvents,
  ...deliveryEvents,
};
