import { type Decision, refuse } from '@waybill/kernel';
import type { Refund } from '../holdings/holdings.ts';
import type { PaymentShare } from '../holdings/share.ts';
import { waitingOf } from '../holdings/share.ts';
import type { Taken } from '../order-payment/events.ts';
import { AmountNotAllowed, isAmount, NotEnoughWaits, PaymentUnknown } from '../order-payment/refusals.ts';
import { orderIn, type States } from './holders.ts';
import type { KnownPayment } from './payment-reference.ts';

/** Where money of a payment waits: in the stream of an order, or (orderId null) in the payment's own. */
export interface Place {
  readonly orderId: string | null;
  readonly share: PaymentShare;
  readonly refunds: readonly Refund[];
}
export type Draw = Place & { readonly parts: readonly (Taken & { readonly reason: NonNullable<Taken['reason']> })[] };

/** Every place where money of the payment is, oldest first. */
export const placesOf = (paymentId: string, payment: KnownPayment, states: States): readonly Place[] => {
  const orders = payment.holders.map((orderId) => ({ orderId, holdings: orderIn(states, orderId) }));
  return [{ orderId: null, holdings: payment }, ...orders].flatMap(({ orderId, holdings: { payments, refunds } }) => {
    const share = payments.find((known) => known.paymentId === paymentId);
    return share ? [{ orderId, share, refunds }] : [];
  });
};

const partsOf = ({ paymentId, waiting }: PaymentShare, amount: number): Draw['parts'] => {
  let left = amount;
  return waiting.flatMap(({ reason, amount: there }) => {
    const part = Math.min(left, there);
    left -= part;
    return part > 0 ? [{ paymentId, reason, amount: part }] : [];
  });
};

interface Wanted {
  readonly paymentId: string;
  readonly amount: number;
  readonly heldBy?: string | null | undefined;
}

/** Takes that much of what waits of a payment out of one place, and goes on by `use`; refused where no place has enough. */
export const drawWaiting = <E>(
  { paymentId, amount, heldBy }: Wanted,
  states: States,
  use: (draw: Draw, payment: KnownPayment) => Decision<E>,
): Decision<E> => {
  const { self: payment } = states;
  if (!payment) return refuse(PaymentUnknown({ paymentId }));
  if (!isAmount(amount) || amount === 0) return refuse(AmountNotAllowed({ amount }));
  const places = placesOf(paymentId, payment, states).filter(
    ({ orderId }) => heldBy === undefined || orderId === heldBy,
  );
  const place = places.find(({ share }) => waitingOf(share) >= amount);
  if (place) return use({ ...place, parts: partsOf(place.share, amount) }, payment);
  const waiting = Math.max(0, ...places.map(({ share }) => waitingOf(share)));
  return refuse(NotEnoughWaits({ waiting, currency: payment.currency }));
};
