import { defineJointCommand } from '@waybill/engine';
import { accept } from '@waybill/kernel';
import { orderPaymentCommands } from '../order-payment/commands.ts';
import { drawWaiting } from './draw-waiting.ts';
import { type Happened, type Holders, holdersOf, nameOf, type States } from './holders.ts';
import { PaymentReference } from './payment-reference.ts';

/** Money that waits stays on the customer's account, and waits no longer. */
export const keepPaymentAsCredit = defineJointCommand({
  command: orderPaymentCommands.KeepPaymentAsCredit,
  owner: PaymentReference,
  companions: (_, payment): Holders => holdersOf(payment),
  decide: ({ customerId, ...wanted }, states: States) =>
    drawWaiting<Happened>(wanted, states, ({ orderId, parts }, { currency }) => {
      const kept = parts.map(({ paymentId, reason, amount }) => {
        const data = { paymentId, customerId, reason, amount, currency };
        const event = { type: 'PaymentKeptAsCredit', data } as const;
        return orderId === null ? ({ on: 'self', event } as const) : ({ on: nameOf(orderId), event } as const);
      });
      return accept<Happened>(...kept);
    }),
});
