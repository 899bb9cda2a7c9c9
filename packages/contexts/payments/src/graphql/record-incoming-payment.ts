import { commandMutation, commandPayload, MoneyInput } from '@waybill/graphql';
import { orderPaymentCommands } from '../order-payment/commands.ts';
import { AmountNotAllowed, PaymentReferenceConflict } from '../order-payment/refusals.ts';

commandMutation({
  command: orderPaymentCommands.RecordIncomingPayment,
  description:
    'Records money that arrived. It is never refused for what it is: what fits no order waits to be matched.',
  input: (t) => ({
    orderId: t.id({ description: 'The order it is for; left out where it is not known.' }),
    orderReference: t.string({
      description: "What the payer wrote, e.g. the order's number; matched where `orderId` is left out.",
    }),
    channel: t.string({ required: true, description: 'Where it arrived, e.g. bank.' }),
    reference: t.string({
      required: true,
      description: "The bank's or card's reference; the same one twice has one effect.",
    }),
    method: t.string({ defaultValue: 'BANK_TRANSFER' }),
    amount: t.field({ type: MoneyInput, required: true }),
    occurredAt: t.field({ type: 'DateTime', description: 'When it arrived; now, if left out.' }),
  }),
  payload: commandPayload('Payment'),
  errors: [AmountNotAllowed, PaymentReferenceConflict],
  versioned: false,
  toCommand: ({ amount, ...input }) => ({ ...input, ...(amount as object) }),
  about: ({ orderId }) => orderId,
});
