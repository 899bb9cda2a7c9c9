import { defineEvents, type EventOf, event, orUnknown, personal, UNKNOWN } from '@waybill/engine';
import { z } from 'zod';
import { address } from '../address.ts';
import { netPrices, paymentTerms, priceBasis, shortagePolicy } from '../terms.ts';
import { discount } from './discount.ts';
import {
  billingLine,
  discountedLine,
  lineQuantity,
  orderLine,
  shippingLine,
  sizeless,
  sizelessLine,
  sizelessShippingLine,
} from './line.ts';
import { overCredit } from './over-credit.ts';

const contact = { subject: 'customerId', purpose: 'contact' } as const;
const retention = { subject: 'customerId', purpose: 'retention' } as const;
const customer = { customerId: z.string(), customerName: personal(z.string()) };

const drafted = z.object({ number: z.string(), ...customer, currency: z.string() });

const placed = z.object({
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
});
/** On credit too, and with what was agreed for goods that are not there. */
const placedOnTerms = placed.extend({ terms: paymentTerms, shortage: orUnknown(shortagePolicy) });
/** `prices`: of the lines; what the order comes to is said without tax and with it either way. */
const placedAtPrices = placedOnTerms.extend({ prices: priceBasis });

const forBilling = z.object({
  number: z.string(),
  ...customer,
  billingAddress: personal(address),
  currency: z.string(),
  terms: z.enum(['PREPAID']),
  lines: z.array(billingLine),
  channel: z.string(),
});
/** With discounts: those of each line in its amount already, and what they were given for. */
const forBillingOnTerms = forBilling.extend({
  terms: paymentTerms,
  lines: z.array(discountedLine),
  discounts: z.array(discount),
});
/** `prices`: unit prices, amounts and discounts of the lines are without tax, or with it. */
const forBillingAtPrices = forBillingOnTerms.extend({ prices: priceBasis });

const added = z.object({ line: sizelessLine });
const addedWithSize = z.object({ line: orderLine });
const forShipping = z.object({
  number: z.string(),
  ...customer,
  deliveryAddress: personal(address),
  lines: z.array(sizelessShippingLine),
});
const forShippingWithSizes = forShipping.extend({ lines: z.array(shippingLine) });

const cancellation = z.object({ reason: z.string() });
/** `lines`: the pieces that are not wanted any more; null: everything. */
const cancellationOfLines = cancellation.extend({
  cancellationId: orUnknown(z.string()),
  lines: z.array(lineQuantity).nullable(),
});
const no = z.object({ code: z.string(), message: z.string() });
/** `returnInstead`: what can be sent back instead, prepared per delivery; null where nothing can. */
const noButReturn = no.extend({
  cancellationId: orUnknown(z.string()),
  returnInstead: z.array(z.object({ deliveryId: z.string(), lines: z.array(lineQuantity) })).nullable(),
});
/** What an order counted as (minor units), for those who add orders up. */
const counted = z.object({ on: z.string(), currency: z.string(), net: z.number(), total: z.number() });

const recordedAsCancelled = z.object({
  number: z.string(),
  ...customer,
  deliveryAddress: personal(address),
  billingAddress: personal(address),
  country: z.string(),
  currency: z.string(),
  terms: paymentTerms,
  lines: z.array(discountedLine),
  net: z.number(),
  tax: z.number(),
  total: z.number(),
  channel: z.string(),
  externalId: z.string().nullable(),
  reason: z.string(),
});

export const orderEvents = defineEvents({
  OrderDrafted: event(1, drafted, contact).next(drafted.extend({ prices: priceBasis }), netPrices),
  ItemAddedToOrder: event(1, added).next(addedWithSize, ({ line }) => ({ line: sizeless(line) })),
  ChargeAddedToOrder: event(1, added).next(addedWithSize, ({ line }) => ({ line: sizeless(line) })),
  ItemQuantityChanged: event(1, z.object({ lineId: z.string(), quantity: z.number(), amount: z.number() })),
  ItemRemovedFromOrder: event(1, z.object({ lineId: z.string() })),
  DeliveryAddressChanged: event(1, z.object({ customerId: z.string(), address: personal(address) }), contact),
  BillingAddressChanged: event(1, z.object({ customerId: z.string(), address: personal(address) }), contact),
  PaymentTermsChanged: event(1, z.object({ terms: paymentTerms })),
  /** Of a draft. The same discount again takes the place of the one before. */
  DiscountApplied: event(1, discount),
  /** The order as agreed; what billing and shipping need of it is in the two events that follow it. */
  OrderPlaced: event(1, placed, contact)
    .next(placedOnTerms, (old) => ({ ...old, shortage: UNKNOWN }))
    .next(placedAtPrices, netPrices),
  /** For billing: prices and the billing address, no weights. */
  OrderForBilling: event(1, forBilling, retention)
    .next(forBillingOnTerms, (old) => ({
      ...old,
      lines: old.lines.map((line) => ({ ...line, discount: 0 })),
      discounts: [],
    }))
    .next(forBillingAtPrices, netPrices),
  /** For shipping: weights, sizes and the delivery address, no prices. */
  OrderForShipping: event(1, forShipping, contact).next(forShippingWithSizes, (old) => ({
    ...old,
    lines: old.lines.map(sizeless),
  })),
  OrderConfirmed: event(1, z.object({})),
  /** `credit`: it is over what its customer may owe; null where it is held for another reason. */
  OrderHeld: event(1, z.object({ reason: z.string() })).next(
    z.object({ reason: z.string(), credit: overCredit.nullable() }),
    (old) => ({ ...old, credit: null }),
  ),
  /** `override`: why it goes on although it is over what its customer may owe; null where it is not. */
  OrderReleased: event(1, z.object({})).next(z.object({ override: z.string().nullable() }), () => ({ override: null })),
  CancellationRequested: event(1, cancellation).next(cancellationOfLines, (old) => ({
    ...old,
    cancellationId: UNKNOWN,
    lines: null,
  })),
  CancellationRejected: event(1, no).next(noButReturn, (old) => ({
    ...old,
    cancellationId: UNKNOWN,
    returnInstead: null,
  })),
  /** A part of it. `net`, `total`: what these pieces had counted as, on the day when the order was placed. */
  OrderLinesCancelled: event(
    1,
    z.object({
      cancellationId: z.string().nullable(),
      reason: z.string(),
      lines: z.array(lineQuantity),
      /** The day of the business's calendar; null where it was not recorded. */
      on: z.string().nullable(),
      currency: z.string(),
      net: z.number(),
      total: z.number(),
    }),
  ),
  /** `placed`: what it had counted as in the end; left out where it had only been a draft. */
  OrderCancelled: event(1, z.object({ reason: z.string(), placed: counted.optional() })),
  /** Nobody paid in time. `placed` as for one that is cancelled. */
  OrderExpired: event(1, z.object({ placed: counted.optional() })),
  /** It came from outside after its own cancellation: on record, and nothing follows from it. */
  OrderRecordedAsCancelled: event(1, recordedAsCancelled, contact).next(
    recordedAsCancelled.extend({ prices: priceBasis }),
    netPrices,
  ),
  OrderCompleted: event(1, z.object({})),
  OrderNoteAdded: event(
    1,
    z.object({ customerId: z.string(), noteId: z.string(), text: personal(z.string()) }),
    contact,
  ),
});
export type OrderEvent = EventOf<typeof orderEvents>;
