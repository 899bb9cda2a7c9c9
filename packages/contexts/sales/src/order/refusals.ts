import { refusal } from '@waybill/kernel';

export const MAX_QUANTITY = 1_000_000;

/** Every "no" of this context: what is wrong, then what to do next. */
export const OrderUnknown = refusal(
  'OrderUnknown',
  { orderId: 'String' },
  ({ orderId }) => `There is no order ${orderId}: check the id, or draft the order first.`,
);
export const OrderAlreadyExists = refusal(
  'OrderAlreadyExists',
  { orderId: 'String' },
  ({ orderId }) => `There is an order ${orderId} already: use another id, or leave it out and the server makes one.`,
);
export const OrderEmpty = refusal(
  'OrderEmpty',
  {},
  () => 'The order has no lines: add an item or a charge before placing it.',
);
export const AddressMissing = refusal(
  'AddressMissing',
  { address: 'String' },
  ({ address }) => `The order has no ${address} address: set it, with its country at least.`,
);
export const QuantityNotAllowed = refusal(
  'QuantityNotAllowed',
  { sku: 'String', quantity: 'String' },
  ({ sku, quantity }) => `${quantity} of ${sku} is not possible: give a whole number from 1 to 1,000,000.`,
);
export const CurrencyMismatch = refusal(
  'CurrencyMismatch',
  { sku: 'String', expected: 'String', actual: 'String' },
  ({ sku, expected, actual }) =>
    `The order is in ${expected} and the price of ${sku} in ${actual}, and amounts are never converted: give a price in ${expected}, or make an order in ${actual}.`,
);
export const CurrencyUnknown = refusal(
  'CurrencyUnknown',
  { currency: 'String' },
  ({ currency }) => `'${currency}' is no currency: give its ISO 4217 code, such as GBP or EUR.`,
);
/** Of its lines, in minor units: far above any real order, far below where sums of it stop being exact. */
export const MAX_ORDER_NET = 10_000_000_000_000;
export const OrderTooLarge = refusal(
  'OrderTooLarge',
  { sku: 'String' },
  ({ sku }) => `With ${sku} the order would be worth more than can be accounted for: check its quantity and its price.`,
);
export const ProductUnknown = refusal(
  'ProductUnknown',
  { skus: 'StringList' },
  ({ skus }) => `The catalogue does not know ${skus.join(', ')}: check the code, or save the product first.`,
);
export const TaxCodeUnknown = refusal(
  'TaxCodeUnknown',
  { taxCode: 'String', known: 'StringList' },
  ({ taxCode, known }) =>
    `The company has no tax rate ${taxCode}: use ${known.join(' or ')}, give the rate with the code, or add it to the company's page.`,
);
export const CustomerUnknown = refusal(
  'CustomerUnknown',
  { customerId: 'String' },
  ({ customerId }) => `There is no customer ${customerId}: check the id, or register the customer first.`,
);
export const LineUnknown = refusal(
  'LineUnknown',
  { lineId: 'String' },
  ({ lineId }) => `The order has no line ${lineId}: reload the order and choose one of its lines.`,
);
export const LineAlreadyExists = refusal(
  'LineAlreadyExists',
  { lineId: 'String' },
  ({ lineId }) => `The order has another line ${lineId} already: leave the line's id out and the server makes one.`,
);
export const OrderNotEditable = refusal('OrderNotEditable', { status: 'String' }, ({ status }) =>
  status === 'CANCELLED' || status === 'CANCELLING' || status === 'EXPIRED'
    ? `The order is ${status}: draft a new one.`
    : `The order is ${status} and what was agreed stays: cancel it and draft a new one, or order the rest separately.`,
);
export const OrderAlreadyPlaced = refusal(
  'OrderAlreadyPlaced',
  { status: 'String' },
  ({ status }) => `The order has been placed and is ${status}: there is nothing left to place.`,
);
export const OrderNotCancellable = refusal('OrderNotCancellable', { status: 'String' }, ({ status }) => {
  if (status === 'CANCELLED') return 'The order is cancelled already: there is nothing left to cancel.';
  if (status === 'EXPIRED') return 'The order expired unpaid: there is nothing left to cancel.';
  if (status === 'CANCELLING') return 'The cancellation is under way: wait for its outcome on this page.';
  return `The order is ${status}, everything in it was delivered: request a return instead.`;
});
export const CancellationNotRequested = refusal(
  'CancellationNotRequested',
  { status: 'String' },
  ({ status }) => `The order is ${status} and nobody asked to cancel it: send CancelOrder first.`,
);
export const OrderNotConfirmable = refusal(
  'OrderNotConfirmable',
  { status: 'String' },
  ({ status }) => `The order is ${status}: place it before confirming it.`,
);
export const OrderNotCompletable = refusal(
  'OrderNotCompletable',
  { status: 'String' },
  ({ status }) => `The order is ${status}: only a confirmed order can be completed.`,
);

export const OrderNotExpirable = refusal(
  'OrderNotExpirable',
  { status: 'String' },
  ({ status }) => `The order is ${status}: only an order that was placed can expire. Cancel it instead.`,
);
export const OrderNotHoldable = refusal('OrderNotHoldable', { status: 'String' }, ({ status }) => {
  if (status === 'DRAFT') return 'The order is a draft, and nothing happens to a draft: place it first.';
  if (status === 'HELD') return 'The order is on hold already: release it when it may go on.';
  if (status === 'CANCELLING') return 'The order is on hold already, and its cancellation is under way.';
  return `The order is ${status}: there is nothing left to hold back.`;
});
export const OrderNotHeld = refusal('OrderNotHeld', { status: 'String' }, ({ status }) =>
  status === 'COMPLETED' || status === 'CANCELLED' || status === 'EXPIRED'
    ? `The order is ${status}: there is nothing left to release.`
    : 'The order is not on hold: there is nothing to release.',
);
export const OrderOverCreditLimit = refusal(
  'OrderOverCreditLimit',
  {},
  () =>
    "The order is over its customer's credit limit: say why it may go on all the same, or wait until there is room for it.",
);
export const LinesMissing = refusal(
  'LinesMissing',
  {},
  () => 'No line is named: name the lines to cancel with their pieces, or cancel the whole order.',
);
export const QuantityNotCancellable = refusal(
  'QuantityNotCancellable',
  { sku: 'String', quantity: 'String', open: 'Int' },
  ({ sku, quantity, open }) =>
    open > 0
      ? `${quantity} of ${sku} cannot be cancelled: give a whole number from 1 to ${open}.`
      : `All of ${sku} is cancelled already, or about to be: there is nothing left of it to cancel.`,
);
export const DiscountNotClear = refusal(
  'DiscountNotClear',
  {},
  () => 'A discount is per cent or an amount: give one of the two.',
);
export const NoteEmpty = refusal('NoteEmpty', {}, () => 'The note is empty: write what should be remembered.');

export const orderRefusals = [
  OrderUnknown,
  OrderAlreadyExists,
  OrderEmpty,
  AddressMissing,
  QuantityNotAllowed,
  CurrencyMismatch,
  CurrencyUnknown,
  OrderTooLarge,
  ProductUnknown,
  TaxCodeUnknown,
  CustomerUnknown,
  LineUnknown,
  LineAlreadyExists,
  OrderNotEditable,
  OrderAlreadyPlaced,
  OrderNotCancellable,
  CancellationNotRequested,
  OrderNotConfirmable,
  OrderNotCompletable,
  OrderNotExpirable,
  OrderNotHoldable,
  OrderNotHeld,
  OrderOverCreditLimit,
  LinesMissing,
  QuantityNotCancellable,
  DiscountNotClear,
  NoteEmpty,
] as const;
