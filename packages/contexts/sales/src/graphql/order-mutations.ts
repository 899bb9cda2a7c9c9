import { commandMutation, commandPayload } from '@waybill/graphql';
import { orderCommands } from '../order/commands.ts';
import {
  AddressMissing,
  CurrencyMismatch,
  CurrencyUnknown,
  CustomerUnknown,
  DiscountNotClear,
  LineAlreadyExists,
  LinesMissing,
  LineUnknown,
  NoteEmpty,
  OrderAlreadyExists,
  OrderAlreadyPlaced,
  OrderEmpty,
  OrderNotCancellable,
  OrderNotEditable,
  OrderNotHeld,
  OrderNotHoldable,
  OrderOverCreditLimit,
  OrderTooLarge,
  OrderUnknown,
  ProductUnknown,
  QuantityNotAllowed,
  QuantityNotCancellable,
  TaxCodeUnknown,
} from '../order/refusals.ts';
import { OrderLinePiecesInput, WholeOrderInput } from './inputs.ts';
import { PaymentTermsRef, ShortagePolicyRef } from './terms.ts';
import { waitForStock } from './wait-for-stock.ts';

commandMutation({
  command: orderCommands.PlaceOrder,
  description: 'Places a draft, or a whole order in one command.',
  input: (t) => ({
    orderId: t.id({ description: 'The draft to place; left out with `order`.' }),
    order: t.field({ type: WholeOrderInput, description: 'A whole order; left out with `orderId`.' }),
    terms: t.field({ type: PaymentTermsRef, description: 'Left out: as the draft says, or paid in advance.' }),
    shortage: t.field({
      type: ShortagePolicyRef,
      description: 'What becomes of it when its goods are not all there; left out: it waits for them.',
    }),
  }),
  payload: commandPayload('Order'),
  errors: [
    OrderUnknown,
    OrderNotEditable,
    OrderAlreadyPlaced,
    OrderAlreadyExists,
    OrderEmpty,
    OrderTooLarge,
    AddressMissing,
    CustomerUnknown,
    ProductUnknown,
    TaxCodeUnknown,
    QuantityNotAllowed,
    CurrencyMismatch,
    CurrencyUnknown,
    LineAlreadyExists,
    LineUnknown,
    DiscountNotClear,
  ],
  afterwards: waitForStock,
});
commandMutation({
  command: orderCommands.HoldOrder,
  description: 'Holds a placed order back: nothing of it is packed until it is released.',
  input: (t) => ({ orderId: t.id({ required: true }), reason: t.string({ required: true }) }),
  payload: commandPayload('Order'),
  errors: [OrderUnknown, OrderNotHoldable],
});
commandMutation({
  command: orderCommands.ReleaseOrder,
  description:
    "Lets an order go on that was held back. One that is over its customer's credit limit takes an override.",
  input: (t) => ({
    orderId: t.id({ required: true }),
    override: t.string({
      description: "Why it goes on over its customer's credit limit; it takes the permission credit:override.",
    }),
  }),
  permission: ({ override }) => (override === undefined ? null : 'credit:override'),
  payload: commandPayload('Order'),
  errors: [OrderUnknown, OrderNotHeld, OrderOverCreditLimit],
});
commandMutation({
  command: orderCommands.CancelOrderLines,
  description:
    'Asks to cancel some pieces of an order. Once it is placed, the warehouse answers what could still be stopped; of a draft they are taken off.',
  input: (t) => ({
    orderId: t.id({ required: true }),
    reason: t.string({ required: true }),
    lines: t.field({ type: [OrderLinePiecesInput], required: true }),
  }),
  payload: commandPayload('Order'),
  errors: [OrderUnknown, OrderNotCancellable, LinesMissing, LineUnknown, QuantityNotCancellable],
});
commandMutation({
  command: orderCommands.AddOrderNote,
  description: 'Writes something down about an order, for everybody who works on it.',
  input: (t) => ({ orderId: t.id({ required: true }), text: t.string({ required: true }) }),
  payload: commandPayload('Order'),
  errors: [OrderUnknown, NoteEmpty],
  versioned: false,
});
commandMutation({
  command: orderCommands.CancelOrder,
  description: 'Asks to cancel an order. Once it is placed, the warehouse answers what could still be stopped.',
  input: (t) => ({ orderId: t.id({ required: true }), reason: t.string({ required: true }) }),
  payload: commandPayload('Order'),
  errors: [OrderUnknown, OrderNotCancellable],
});
