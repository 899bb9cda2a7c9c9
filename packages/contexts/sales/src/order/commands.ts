import { command, defineCommands, personal } from '@waybill/engine';
import { z } from 'zod';
import { address } from '../address.ts';
import { paymentTerms, priceBasis, shortagePolicy } from '../terms.ts';
import { lineQuantity, pieceSize } from './line.ts';
import { overCredit } from './over-credit.ts';

const contact = { subject: 'customerId', purpose: 'contact' } as const;
/** Lists are sorted and looked up by these; an index does not take texts of any length. */
const listed = z.string().max(200);
const customer = { customerId: z.string(), customerName: personal(listed) };

/** Per piece, in major units, without tax or with it as the order says: the database and the totals stay exact within these bounds. */
const unitPrice = z.string().regex(/^\d{1,7}(\.\d{1,6})?$/, 'a decimal such as 2.55, at least 0 and under 10,000,000');
const percent = z.string().regex(/^(100|\d{1,2}(\.\d{1,3})?)$/, 'per cent as a decimal such as 20 or 17.5');

/** What the server captures of a product when it enters an order; the client names only `sku` and `quantity`. */
const item = z.object({
  lineId: z.string(),
  sku: z.string(),
  /** Any number is let through to the decision, which refuses what is not a sensible quantity. */
  quantity: z.number(),
  description: z.string(),
  unitPrice,
  currency: z.string(),
  taxCode: z.string(),
  taxRate: percent,
  weightGrams: z.number().nullable(),
  size: pieceSize.nullable().default(null),
});
const charge = z.object({
  lineId: z.string(),
  code: z.string(),
  description: z.string(),
  quantity: z.number().default(1),
  unitPrice,
  currency: z.string(),
  taxCode: z.string(),
  taxRate: percent,
});
const discount = z.object({
  discountId: z.string(),
  description: z.string().max(200),
  percent: percent.nullable().default(null),
  /** Minor units. */
  amount: z.number().int().min(0).max(10_000_000_000_000).nullable().default(null),
  lineId: z.string().nullable().default(null),
});
export type OrderItem = z.output<typeof item>;
export type OrderCharge = z.output<typeof charge>;

/** Of all its lines, from its beginning: a draft that changed its mind would mean other prices than were captured. */
const prices = priceBasis.default('NET');

const wholeOrder = z.object({
  number: listed,
  ...customer,
  currency: z.string(),
  prices,
  deliveryAddress: address,
  billingAddress: address,
  items: z.array(item),
  charges: z.array(charge),
  discounts: z.array(discount).default([]),
  externalId: listed.nullable(),
});
export type WholeOrder = z.output<typeof wholeOrder>;

/** Null: the question is known by the command that asked it. */
const cancellationId = z.string().nullable().default(null);
const reason = z.string();

export const orderCommands = defineCommands({
  DraftOrder: command(
    'orderId',
    z.object({
      orderId: z.string(),
      number: listed,
      ...customer,
      currency: z.string(),
      prices,
      deliveryAddress: personal(address),
      billingAddress: personal(address),
    }),
    { creates: true, personal: contact },
  ),
  AddItemToOrder: command('orderId', z.object({ orderId: z.string(), ...item.shape })),
  AddChargeToOrder: command('orderId', z.object({ orderId: z.string(), ...charge.shape })),
  ChangeItemQuantity: command('orderId', z.object({ orderId: z.string(), lineId: z.string(), quantity: z.number() })),
  RemoveItemFromOrder: command('orderId', z.object({ orderId: z.string(), lineId: z.string() })),
  SetDeliveryAddress: command(
    'orderId',
    z.object({ orderId: z.string(), customerId: z.string(), address: personal(address) }),
    { personal: contact },
  ),
  SetBillingAddress: command(
    'orderId',
    z.object({ orderId: z.string(), customerId: z.string(), address: personal(address) }),
    { personal: contact },
  ),
  SetPaymentTerms: command('orderId', z.object({ orderId: z.string(), terms: paymentTerms })),
  /** Off a draft, or off one line of it: per cent or an amount. Under the same id it takes the place of the one before. */
  ApplyDiscount: command('orderId', z.object({ orderId: z.string(), ...discount.shape })),
  /** Places a draft (`order` null), or a whole order in one command. `customerId` repeats the order's, for its key. */
  PlaceOrder: command(
    'orderId',
    z.object({
      orderId: z.string(),
      customerId: z.string().nullable(),
      order: personal(wholeOrder),
      channel: listed.default('web'),
      /** Null: as the draft says, or paid in advance. */
      terms: paymentTerms.nullable().default(null),
      shortage: shortagePolicy.default('BACKORDER'),
    }),
    { creates: (data) => data.order !== null, personal: contact },
  ),
  ConfirmOrder: command('orderId', z.object({ orderId: z.string() })),
  /** Nothing of it is packed until it is released. */
  HoldOrder: command('orderId', z.object({ orderId: z.string(), reason, credit: overCredit.nullable().default(null) })),
  /** `override`: why it goes on over its customer's credit limit. `withinLimit`: there is room; no other hold is meant. */
  ReleaseOrder: command(
    'orderId',
    z.object({
      orderId: z.string(),
      override: z.string().nullable().default(null),
      withinLimit: z.boolean().default(false),
    }),
  ),
  CancelOrder: command('orderId', z.object({ orderId: z.string(), reason, cancellationId })),
  CancelOrderLines: command(
    'orderId',
    z.object({ orderId: z.string(), reason, lines: z.array(lineQuantity), cancellationId }),
  ),
  /**
   * The cancellation's outcome, as the fulfilment process learned it. `cancellationId` null: the one that waits for its
   * answer. `lines`: the pieces that could be stopped; null: as was asked.
   */
  RecordCancellation: command(
    'orderId',
    z.object({ orderId: z.string(), cancellationId, lines: z.array(lineQuantity).nullable().default(null) }),
  ),
  RejectCancellation: command(
    'orderId',
    z.object({
      orderId: z.string(),
      cancellationId,
      code: z.string(),
      message: z.string(),
      returnInstead: z
        .array(z.object({ deliveryId: z.string(), lines: z.array(lineQuantity) }))
        .nullable()
        .default(null),
    }),
  ),
  /** Nobody paid in time. */
  ExpireOrder: command('orderId', z.object({ orderId: z.string() })),
  /** An order from outside that comes after its own cancellation. */
  RecordOrderAsCancelled: command(
    'orderId',
    z.object({
      orderId: z.string(),
      customerId: z.string(),
      order: personal(wholeOrder),
      channel: listed,
      terms: paymentTerms.default('PREPAID'),
      reason,
    }),
    { creates: true, personal: contact },
  ),
  CompleteOrder: command('orderId', z.object({ orderId: z.string() })),
  AddOrderNote: command(
    'orderId',
    z.object({
      orderId: z.string(),
      customerId: z.string(),
      noteId: z.string(),
      text: personal(z.string().max(2_000)),
    }),
    { personal: contact },
  ),
});
