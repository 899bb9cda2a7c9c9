import type { Refusal } from '@waybill/kernel';
import type { Discount } from './discount.ts';
import type { OrderLine } from './line.ts';
import type { ExistingOrder, OrderStatus } from './order.ts';
import {
  AddressMissing,
  CurrencyMismatch,
  DiscountNotClear,
  LineUnknown,
  MAX_ORDER_NET,
  MAX_QUANTITY,
  OrderAlreadyPlaced,
  OrderEmpty,
  OrderNotCancellable,
  OrderNotEditable,
  OrderNotHeld,
  OrderNotHoldable,
  OrderTooLarge,
  QuantityNotAllowed,
} from './refusals.ts';

/** What the rules ask of an order: known to its state and to its row alike. */
export interface OrderFacts {
  readonly status: OrderStatus;
  readonly lineCount: number;
  readonly hasDeliveryAddress: boolean;
  readonly isHeld: boolean;
}
export const factsOf = (order: ExistingOrder): OrderFacts => ({
  status: order.status,
  lineCount: order.lines.length,
  hasDeliveryAddress: order.deliveryAddress !== null,
  isHeld: order.held !== null,
});

/** Why not, or null where it is possible. The same answers decide commands and explain the buttons. */
export const whyNotEditable = ({ status }: Pick<OrderFacts, 'status'>): Refusal | null =>
  status === 'DRAFT' ? null : OrderNotEditable({ status });

export const whyNotPlaceable = ({ status, lineCount, hasDeliveryAddress }: OrderFacts): Refusal | null => {
  if (status === 'CANCELLED' || status === 'CANCELLING' || status === 'EXPIRED') return OrderNotEditable({ status });
  if (status !== 'DRAFT') return OrderAlreadyPlaced({ status });
  if (lineCount === 0) return OrderEmpty({});
  return hasDeliveryAddress ? null : AddressMissing({ address: 'delivery' });
};

const CANCELLABLE: ReadonlySet<OrderStatus> = new Set(['DRAFT', 'PLACED', 'CONFIRMED', 'HELD']);

export const whyNotCancellable = ({ status }: Pick<OrderFacts, 'status'>): Refusal | null =>
  CANCELLABLE.has(status) ? null : OrderNotCancellable({ status });

/** Lines are cancelled where there are some. */
export const whyNoLinesCancellable = ({ status, lineCount }: OrderFacts): Refusal | null =>
  whyNotCancellable({ status }) ?? (lineCount === 0 ? OrderEmpty({}) : null);

/** An order whose cancellation is asked for may be put on hold: it is not sure that it will be cancelled. */
export const whyNotHoldable = ({ status, isHeld }: OrderFacts): Refusal | null =>
  !isHeld && (status === 'PLACED' || status === 'CONFIRMED' || status === 'CANCELLING')
    ? null
    : OrderNotHoldable({ status });

export const whyNotReleasable = ({ status, isHeld }: OrderFacts): Refusal | null =>
  isHeld && (status === 'HELD' || status === 'CANCELLING') ? null : OrderNotHeld({ status });

/** Per cent or an amount, one of the two. */
export const whyNotDiscount = ({ percent, amount }: Pick<Discount, 'percent' | 'amount'>): Refusal | null =>
  (percent === null) === (amount === null) ? DiscountNotClear({}) : null;

export const whyNoLine = (
  order: { readonly lines: readonly { readonly lineId: string }[] },
  lineId: string,
): Refusal | null => (order.lines.some((line) => line.lineId === lineId) ? null : LineUnknown({ lineId }));

export const whyNotQuantity = (sku: string, quantity: number): Refusal | null =>
  Number.isInteger(quantity) && quantity >= 1 && quantity <= MAX_QUANTITY
    ? null
    : QuantityNotAllowed({ sku, quantity: String(quantity) });

/** A line's own rules: a sensible quantity, and a price in the order's currency. */
export const whyNotLine = (
  line: { readonly sku: string; readonly quantity: number; readonly currency: string },
  orderCurrency: string,
): Refusal | null =>
  whyNotQuantity(line.sku, line.quantity) ??
  (line.currency === orderCurrency
    ? null
    : CurrencyMismatch({ sku: line.sku, expected: orderCurrency, actual: line.currency }));

/** Sums stay exact: the first line with which the order's net amount passes what can be accounted for is named. */
export const whyTooLarge = (lines: readonly Pick<OrderLine, 'sku' | 'amount'>[]): Refusal | null => {
  let net = 0;
  for (const { sku, amount } of lines) {
    net += amount;
    if (net > MAX_ORDER_NET) return OrderTooLarge({ sku });
  }
  return null;
};
