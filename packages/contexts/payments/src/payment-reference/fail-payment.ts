import { defineJointCommand } from '@waybill/engine';
import { accept, nothing, refuse } from '@waybill/kernel';
import { heldOf, stakeOf } from '../holdings/share.ts';
import { orderPaymentCommands } from '../order-payment/commands.ts';
import { PaymentUnknown } from '../order-payment/refusals.ts';
import { placesOf } from './draw-waiting.ts';
import { type Happened, type Holders, holdersOf, nameOf, type States } from './holders.ts';
import { PaymentReference } from './payment-reference.ts';

/** A payment bounced: wherever its money went, it is not there. Orders that it had completed are open again. */
export const failPayment = defineJointCommand({
  command: orderPaymentCommands.FailPayment,
  owner: PaymentReference,
  companions: (_, payment): Holders => holdersOf(payment),
  decide: ({ paymentId, reason }, states: States) => {
    const { self: payment } = states;
    if (!payment) return refuse(PaymentUnknown({ paymentId }));
    const { currency } = payment;
    const stakes = placesOf(paymentId, payment, states).filter(({ share }) => stakeOf(share) > 0);
    if (stakes.length === 0) return nothing;
    const failed = stakes.map(({ orderId, share }) => {
      const held = orderId === null ? 0 : heldOf(share);
      const data = { paymentId, reason, waiting: [...share.waiting], held, amount: stakeOf(share), currency };
      const event = { type: 'PaymentFailed', data } as const;
      return orderId === null ? ({ on: 'self', event } as const) : ({ on: nameOf(orderId), event } as const);
    });
    return accept<Happened>(...failed);
  },
});
