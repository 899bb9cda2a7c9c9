import { invoiceCommands, invoiceEvents, orderBillingCommands, orderBillingEvents } from '@waybill/billing/contract';
import { creditLineCommands, creditLineEvents } from '@waybill/customers/contract';
import { creditedCommands, purchasesEvents } from '@waybill/intake/contract';
import { stockItemCommands, stockItemEvents } from '@waybill/inventory/contract';
import { orderPaymentCommands, orderPaymentEvents } from '@waybill/payments/contract';
import { orderCommands, orderEvents } from '@waybill/sales/contract';
import { deliveryCommands, deliveryEvents, shipmentPlanCommands, shipmentPlanEvents } from '@waybill/shipping/contract';

export { MAIN_WAREHOUSE, reservationIdOf, stockIdOf } from '@waybill/inventory/contract';

/** What fulfilment may ask of its neighbours, and hear from them: their contracts, nothing else. */
export const sales = orderCommands;
export const customers = creditLineCommands;
export const inventory = stockItemCommands;
export const payments = orderPaymentCommands;
export const billing = { ...orderBillingCommands, ...invoiceCommands };
export const intake = creditedCommands;
export const shipping = { ...shipmentPlanCommands, ...deliveryCommands };
export const happened = {
  ...orderEvents,
  ...creditLineEvents,
  ...stockItemEvents,
  ...orderPaymentEvents,
  ...orderBillingEvents,
  ...invoiceEvents,
  ...shipmentPlanEvents,
  ...deliveryEvents,
  ...purchasesEvents,
};
