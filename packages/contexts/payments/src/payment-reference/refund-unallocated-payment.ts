import { defineJointCommand } from '@waybill/engine';
import { accept, nothing } from '@waybill/kernel';
import { orderPaymentCommands } from '../order-payment/commands.ts';
import { drawWaiting, placesOf } from './draw-waiting.ts';
import { type Happened, type Holders, holdersOf, nameOf, orderIn, type States } from './holders.ts';
import { PaymentReference } from './payment-reference.ts';

/** Money that waits goes back to who paid it. */
export const refundUnallocatedPayment = defineJointCommand({
  command: orderPaymentCommands.RefundUnallocatedPayment,
  owner: PaymentReference,
  companions: (_, payment): Holders => holdersOf(payment),
  decide: ({ refundId, ...wanted }, states: States) => {
    const { paymentId, amount } = wanted;
    const places = states.self ? placesOf(paymentId, states.self, states) : [];
    if (places.some(({ refunds }) => refunds.some((known) => known.refundId === refundId))) return nothing;
    return drawWaiting<Happened>(wanted, states, ({ orderId, parts }, { currency, reference }) => {
      const orderNumber = orderId === null ? null : orderIn(states, orderId).orderNumber;
      const reason = `Payment ${reference} could not be allocated`;
      const data = { refundId, reason, orderNumber, paymentId, taken: [...parts], amount, currency };
      const event = { type: 'RefundRequested', data } as const;
      return accept<Happened>(orderId === null ? { on: 'self', event } : { on: nameOf(orderId), event });
    });
  },
});
