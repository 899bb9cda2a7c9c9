import type { Refusal } from '@waybill/kernel';
import type { OrderLine } from './line.ts';
import type { ExistingOrder, OrderStatus } from './order.ts';
import {
  AddressMissing,
  CurrencyMismatch,
  LineUnknown,
  MAX_ORDER_NET,
  MAX_QUANTITY,
  OrderAlreadyPlaced,
  OrderEmpty,
  OrderNotCancellable,
  OrderNotEditable,
  OrderTooLarge,
  QuantityNotAllowed,
} from './refusals.ts';

/** What the rules ask of an order: known to its state and to its row alike. */
export interface OrderFacts {
  readonly status: OrderStatus;
  readonly lineCount: number;
  readonly hasDeliveryAddress: boolean;
}
export const factsOf = (order: ExistingOrder): OrderFacts => ({
  status: order.status,
  lineCount: order.lines.length,
  hasDeliveryAddress: order.deliveryAddress !== null,
});

/** Why not, or null where it is possible. The same answers decide commands and explain the buttons. */
export const whyNotEditable = ({ status }: Pick<OrderFacts, 'status'>): Refusal | null =>
  status === 'DRAFT' ? null : OrderNotEditable({ status });

export const whyNotPlaceable = ({ status, lineCount, hasDeliveryAddress }: OrderFacts): Refusal | null => {
  if (status === 'CANCELLED' || status === 'CANCELLING') return OrderNotEditable({ status });
  if (status !== 'DRAFT') return OrderAlreadyPlaced({ status });
  if (lineCount === 0) return OrderEmpty({});
  return hasDeliveryAddress ? null : AddressMissing({ address: 'delivery' });
};

export const whyNotCancellable = ({ status }: Pick<OrderFacts, 'status'>): Refusal | null =>
  status === 'DRAFT' || status === 'PLACED' || status === 'CONFIRMED' ? null : OrderNotCancellable({ status });

export const whyNoLine = (order: ExistingOrder, lineId: string): Refusal | null =>
  order.lines.some((line) => line.lineId === lineId) ? null : LineUnknown({ lineId });

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
