import { commandMutation, commandPayload } from '@waybill/graphql';
import { orderCommands } from '../order/commands.ts';
import {
  AddressMissing,
  CurrencyMismatch,
  CurrencyUnknown,
  CustomerUnknown,
  LineAlreadyExists,
  OrderAlreadyExists,
  OrderAlreadyPlaced,
  OrderEmpty,
  OrderNotCancellable,
  OrderNotEditable,
  OrderTooLarge,
  OrderUnknown,
  ProductUnknown,
  QuantityNotAllowed,
} from '../order/refusals.ts';
import { WholeOrderInput } from './inputs.ts';

commandMutation({
  command: orderCommands.PlaceOrder,
  description: 'Places a draft, or a whole order in one command.',
  input: (t) => ({
    orderId: t.id({ description: 'The draft to place; left out with `order`.' }),
    order: t.field({ type: WholeOrderInput, description: 'A whole order; left out with `orderId`.' }),
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
    QuantityNotAllowed,
    CurrencyMismatch,
    CurrencyUnknown,
    LineAlreadyExists,
  ],
});
commandMutation({
  command: orderCommands.CancelOrder,
  description: 'Asks to cancel an order. Once it is placed, the warehouse answers what could still be stopped.',
  input: (t) => ({ orderId: t.id({ required: true }), reason: t.string({ required: true }) }),
  payload: commandPayload('Order'),
  errors: [OrderUnknown, OrderNotCancellable],
});
