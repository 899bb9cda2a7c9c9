import type { OrderPaymentEvent } from '../order-payment/events.ts';
import { OrderPayment } from '../order-payment/order-payment.ts';
import type { OrderPaymentState } from '../order-payment/state.ts';
import type { PaymentReferenceEvent } from './events.ts';
import type { PaymentReferenceState } from './payment-reference.ts';

/** A part of a decision about one payment: its own stream, and those of the orders that hold money of it. */
export type HolderName = `order ${string}`;
export type Happened =
  | { readonly on: 'self'; readonly event: PaymentReferenceEvent }
  | { readonly on: HolderName; readonly event: OrderPaymentEvent };
export type Holders = Readonly<Record<HolderName, readonly [typeof OrderPayment, string]>>;
export type States = { readonly self: PaymentReferenceState } & Readonly<Record<HolderName, OrderPaymentState>>;

export const nameOf = (orderId: string): HolderName => `order ${orderId}`;

/** Every order that holds money of the payment takes part, and those named besides. */
export const holdersOf = (payment: PaymentReferenceState, ...others: readonly string[]): Holders =>
  Object.fromEntries(
    [...new Set([...(payment?.holders ?? []), ...others])].map((orderId) => [nameOf(orderId), [OrderPayment, orderId]]),
  );

/** What the order knows of its payments. */
export const orderIn = (states: States, orderId: string): OrderPaymentState =>
  states[nameOf(orderId)] ?? OrderPayment.initial;
