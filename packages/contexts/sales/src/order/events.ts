import { defineEvents, type EventOf, event, personal } from '@waybill/engine';
import { z } from 'zod';
import { address } from '../address.ts';
import { billingLine, orderLine, shippingLine } from './line.ts';

const contact = { subject: 'customerId', purpose: 'contact' } as const;
const retention = { subject: 'customerId', purpose: 'retention' } as const;
const customer = { customerId: z.string(), customerName: personal(z.string()) };

export const orderEvents = defineEvents({
  OrderDrafted: event(1, z.object({ number: z.string(), ...customer, currency: z.string() }), contact),
  ItemAddedToOrder: event(1, z.object({ line: orderLine })),
  ChargeAddedToOrder: event(1, z.object({ line: orderLine })),
  ItemQuantityChanged: event(1, z.object({ lineId: z.string(), quantity: z.number(), amount: z.number() })),
  ItemRemovedFromOrder: event(1, z.object({ lineId: z.string() })),
  DeliveryAddressChanged: event(1, z.object({ customerId: z.string(), address: personal(address) }), contact),
  BillingAddressChanged: event(1, z.object({ customerId: z.string(), address: personal(address) }), contact),
  /** The order as agreed; what billing and shipping need of it is in the two events that follow it. */
  OrderPlaced: event(
    1,
    z.object({
      number: z.string(),
      ...customer,
      country: z.string(),
      currency: z.string(),
      terms: z.enum(['PREPAID']),
      lineCount: z.number(),
      goods: z.array(z.object({ lineId: z.string(), sku: z.string(), quantity: z.number() })),
      /** Minor units. */
      net: z.number(),
      tax: z.number(),
      total: z.number(),
      /** 'web', 'api', or the channel it was imported from. */
      channel: z.string(),
      /** The document's number where it came from; null for orders made here. */
      externalId: z.string().nullable(),
      /** The day it counts for in the business's calendar, e.g. '2010-12-01'. */
      placedOn: z.string().optional(),
    }),
    contact,
  ),
  /** For billing: prices and the billing address, no weights. */
  OrderForBilling: event(
    1,
    z.object({
      number: z.string(),
      ...customer,
      billingAddress: personal(address),
      currency: z.string(),
      terms: z.enum(['PREPAID']),
      lines: z.array(billingLine),
      channel: z.string(),
    }),
    retention,
  ),
  /** For shipping: weights and the delivery address, no prices. */
  OrderForShipping: event(
    1,
    z.object({
      number: z.string(),
      ...customer,
      deliveryAddress: personal(address),
      lines: z.array(shippingLine),
    }),
    contact,
  ),
  OrderConfirmed: event(1, z.object({})),
  CancellationRequested: event(1, z.object({ reason: z.string() })),
  CancellationRejected: event(1, z.object({ code: z.string(), message: z.string() })),
  /** `placed`: what it had counted as, for those who add orders up; left out where it had only been a draft. */
  OrderCancelled: event(
    1,
    z.object({
      reason: z.string(),
      placed: z.object({ on: z.string(), currency: z.string(), net: z.number(), total: z.number() }).optional(),
    }),
  ),
  OrderCompleted: event(1, z.object({})),
});
export type OrderEvent = EventOf<typeof orderEvents>;
