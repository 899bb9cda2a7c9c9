import { command, defineCommands, personal } from '@waybill/engine';
import { z } from 'zod';
import { address } from '../address.ts';

const contact = { subject: 'customerId', purpose: 'contact' } as const;
/** Lists are sorted and looked up by these; an index does not take texts of any length. */
const listed = z.string().max(200);
const customer = { customerId: z.string(), customerName: personal(listed) };

/** Net, per piece, in major units: the database and the totals stay exact within these bounds. */
const unitPrice = z.string().regex(/^\d{1,7}(\.\d{1,6})?$/, 'a decimal such as 2.55, at least 0 and under 10,000,000');
const taxRate = z.string().regex(/^(100|\d{1,2}(\.\d{1,3})?)$/, 'per cent as a decimal such as 20 or 17.5');

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
  taxRate,
  weightGrams: z.number().nullable(),
});
const charge = z.object({
  lineId: z.string(),
  code: z.string(),
  description: z.string(),
  quantity: z.number().default(1),
  unitPrice,
  currency: z.string(),
  taxCode: z.string(),
  taxRate,
});
export type OrderItem = z.output<typeof item>;
export type OrderCharge = z.output<typeof charge>;

const wholeOrder = z.object({
  number: listed,
  ...customer,
  currency: z.string(),
  deliveryAddress: address,
  billingAddress: address,
  items: z.array(item),
  charges: z.array(charge),
  externalId: listed.nullable(),
});

export const orderCommands = defineCommands({
  DraftOrder: command(
    'orderId',
    z.object({
      orderId: z.string(),
      number: listed,
      ...customer,
      currency: z.string(),
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
  /** Places a draft (`order` null), or a whole order in one command. `customerId` repeats the order's, for its key. */
  PlaceOrder: command(
    'orderId',
    z.object({
      orderId: z.string(),
      customerId: z.string().nullable(),
      order: personal(wholeOrder),
      channel: listed.default('web'),
    }),
    { creates: (data) => data.order !== null, personal: contact },
  ),
  ConfirmOrder: command('orderId', z.object({ orderId: z.string() })),
  CancelOrder: command('orderId', z.object({ orderId: z.string(), reason: z.string() })),
  /** The cancellation's outcome, as the fulfilment process learned it. */
  RecordCancellation: command('orderId', z.object({ orderId: z.string() })),
  RejectCancellation: command('orderId', z.object({ orderId: z.string(), code: z.string(), message: z.string() })),
  CompleteOrder: command('orderId', z.object({ orderId: z.string() })),
});
