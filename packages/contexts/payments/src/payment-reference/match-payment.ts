import { defineJointCommand } from '@waybill/engine';
import { accept, refuse } from '@waybill/kernel';
import { orderPaymentCommands } from '../order-payment/commands.ts';
import { addMatched } from '../order-payment/receive-payment.ts';
import { MoreThanIsOpen, OrderTakesNoPayment, OtherCurrency } from '../order-payment/refusals.ts';
import { type OrderPaymentState, openAmount } from '../order-payment/state.ts';
import { drawWaiting } from './draw-waiting.ts';
import { type Happened, type Holders, holdersOf, nameOf, orderIn, type States } from './holders.ts';
import { PaymentReference } from './payment-reference.ts';

/** Why the order cannot take that much; undefined where it can. What was not asked for yet takes any amount. */
const objectionOf = (order: OrderPaymentState, amount: number, currency: string) => {
  const { status, requested } = order;
  if (status === 'CANCELLED' || status === 'PAID') return OrderTakesNoPayment({ status });
  if (!requested) return undefined;
  if (requested.currency !== currency) return OtherCurrency({ paid: currency, asked: requested.currency });
  const open = openAmount(order);
  return amount > open ? MoreThanIsOpen({ open, currency }) : undefined;
};

/**
 * Puts money that waits to an order that is owed it. It leaves the one stream and enters the other in one append, so it
 * counts once wherever one looks.
 */
export const matchPayment = defineJointCommand({
  command: orderPaymentCommands.MatchPayment,
  owner: PaymentReference,
  companions: ({ orderId }, payment): Holders => holdersOf(payment, orderId),
  decide: ({ orderId, ...wanted }, states: States) =>
    drawWaiting<Happened>(wanted, states, ({ orderId: from, parts }, payment) => {
      const { paymentId, amount } = wanted;
      const { channel, reference, method, currency } = payment;
      const order = orderIn(states, orderId);
      const objection = objectionOf(order, amount, currency);
      if (objection) return refuse(objection);
      const left = parts.map(({ reason, amount: part }) => {
        const event = { type: 'PaymentMatched', data: { paymentId, orderId, reason, amount: part, currency } } as const;
        return from === null ? ({ on: 'self', event } as const) : ({ on: nameOf(from), event } as const);
      });
      const isNew = from !== null && !payment.holders.includes(orderId);
      const added = isNew ? [{ on: 'self', event: { type: 'PaymentHolderAdded', data: { orderId } } } as const] : [];
      const entered = addMatched({ paymentId, channel, reference, method, amount, currency }, order);
      return accept<Happened>(...left, ...added, ...entered.map((event) => ({ on: nameOf(orderId), event }) as const));
    }),
});
