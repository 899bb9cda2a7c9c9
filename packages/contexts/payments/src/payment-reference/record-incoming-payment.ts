import { type CommandData, defineJointCommand } from '@waybill/engine';
import { accept, nothing, refuse } from '@waybill/kernel';
import { unallocated } from '../holdings/unallocated.ts';
import { orderPaymentCommands } from '../order-payment/commands.ts';
import type { OrderPaymentEvent } from '../order-payment/events.ts';
import { OrderPayment } from '../order-payment/order-payment.ts';
import { receivePayment } from '../order-payment/receive-payment.ts';
import { AmountNotAllowed, isAmount, PaymentReferenceConflict } from '../order-payment/refusals.ts';
import type { PaymentReferenceEvent } from './events.ts';
import { PaymentReference } from './payment-reference.ts';

type Happened =
  | { readonly on: 'self'; readonly event: PaymentReferenceEvent }
  | { readonly on: 'order'; readonly event: OrderPaymentEvent };

const { RecordIncomingPayment } = orderPaymentCommands;

/** The order takes part where one was named. */
const companions = ({
  orderId,
}: CommandData<typeof RecordIncomingPayment>): {
  readonly order?: readonly [typeof OrderPayment, string];
} => (orderId === null ? {} : { order: [OrderPayment, orderId] });

/**
 * Records money that arrived: the reference says whether it is known already, the order what it is good for.
 * Both streams move together, so the same payment reported twice at once counts once.
 */
export const recordIncomingPayment = defineJointCommand({
  command: RecordIncomingPayment,
  owner: PaymentReference,
  companions,
  decide: ({ orderId, orderReference, ...payment }, { self: known, order }) => {
    const { channel, reference, method, amount, currency } = payment;
    if (!isAmount(amount) || amount === 0) return refuse(AmountNotAllowed({ amount }));
    if (known && known.amount === amount && known.currency === currency) return nothing;
    if (known) {
      const { amount: recordedAmount, currency: recordedCurrency } = known;
      return refuse(PaymentReferenceConflict({ reference, recordedAmount, recordedCurrency }));
    }
    const taken: PaymentReferenceEvent = {
      type: 'PaymentReferenceTaken',
      data: { channel, reference, method, amount, currency, orderId },
    };
    if (!order) {
      const waits = unallocated({ ...payment, orderReference }, 'UNKNOWN_ORDER', amount);
      return accept<Happened>({ on: 'self', event: taken }, { on: 'self', event: waits });
    }
    const events = receivePayment({ ...payment, orderReference }, order);
    return accept<Happened>({ on: 'self', event: taken }, ...events.map((event) => ({ on: 'order', event }) as const));
  },
});
