import { AddressInput, commandMutation, commandPayload } from '@waybill/graphql';
import { orderCommands } from '../order/commands.ts';
import {
  AddressMissing,
  CurrencyMismatch,
  CurrencyUnknown,
  CustomerUnknown,
  DiscountNotClear,
  LineAlreadyExists,
  LineUnknown,
  OrderAlreadyExists,
  OrderNotEditable,
  OrderTooLarge,
  OrderUnknown,
  ProductUnknown,
  QuantityNotAllowed,
  TaxCodeUnknown,
} from '../order/refusals.ts';
import { chargeFields, discountFields, headerFields, itemFields } from './inputs.ts';
import { PaymentTermsRef } from './terms.ts';

commandMutation({
  command: orderCommands.DraftOrder,
  description: 'Begins an order that is put together step by step, then placed.',
  input: headerFields,
  payload: commandPayload('Order'),
  errors: [CustomerUnknown, OrderAlreadyExists, CurrencyUnknown],
  versioned: false,
});
commandMutation({
  command: orderCommands.AddItemToOrder,
  description: 'Adds a product to a draft, with everything the catalogue says of it today.',
  input: (t) => ({ orderId: t.id({ required: true }), ...itemFields(t) }),
  payload: commandPayload('Order'),
  errors: [
    OrderUnknown,
    OrderNotEditable,
    ProductUnknown,
    QuantityNotAllowed,
    CurrencyMismatch,
    LineAlreadyExists,
    OrderTooLarge,
  ],
});
commandMutation({
  command: orderCommands.AddChargeToOrder,
  description: 'Adds postage or a fee to a draft: invoiced, never shipped.',
  input: (t) => ({ orderId: t.id({ required: true }), ...chargeFields(t) }),
  payload: commandPayload('Order'),
  errors: [
    OrderUnknown,
    OrderNotEditable,
    TaxCodeUnknown,
    QuantityNotAllowed,
    CurrencyMismatch,
    LineAlreadyExists,
    OrderTooLarge,
  ],
});
commandMutation({
  command: orderCommands.ChangeItemQuantity,
  description: 'Changes how many pieces of a line are wanted.',
  input: (t) => ({
    orderId: t.id({ required: true }),
    lineId: t.id({ required: true }),
    quantity: t.field({ type: 'Quantity', required: true }),
  }),
  payload: commandPayload('Order'),
  errors: [OrderUnknown, OrderNotEditable, LineUnknown, QuantityNotAllowed, OrderTooLarge],
});
commandMutation({
  command: orderCommands.RemoveItemFromOrder,
  description: 'Takes a line off a draft.',
  input: (t) => ({ orderId: t.id({ required: true }), lineId: t.id({ required: true }) }),
  payload: commandPayload('Order'),
  errors: [OrderUnknown, OrderNotEditable, LineUnknown],
});
for (const [command, description] of [
  [orderCommands.SetDeliveryAddress, 'Says where a draft is to be delivered.'],
  [orderCommands.SetBillingAddress, "Says whose address goes on a draft's invoice."],
] as const)
  commandMutation({
    command,
    description,
    input: (t) => ({ orderId: t.id({ required: true }), address: t.field({ type: AddressInput, required: true }) }),
    payload: commandPayload('Order'),
    errors: [OrderUnknown, OrderNotEditable, AddressMissing],
  });
commandMutation({
  command: orderCommands.SetPaymentTerms,
  description: 'Says when a draft is to be paid: in advance, or so many days after its invoice.',
  input: (t) => ({ orderId: t.id({ required: true }), terms: t.field({ type: PaymentTermsRef, required: true }) }),
  payload: commandPayload('Order'),
  errors: [OrderUnknown, OrderNotEditable],
});
commandMutation({
  command: orderCommands.ApplyDiscount,
  description:
    'Takes something off a draft, or off one of its lines. With the id of a discount that it has, it takes the place of that one; at 0 it takes nothing off any more.',
  input: (t) => ({
    orderId: t.id({ required: true }),
    discountId: t.id({ description: 'Left out: a new one.' }),
    ...discountFields(t),
  }),
  payload: commandPayload('Order'),
  errors: [OrderUnknown, OrderNotEditable, LineUnknown, DiscountNotClear, CurrencyMismatch],
});
