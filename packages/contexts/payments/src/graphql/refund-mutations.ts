import { type builder, commandMutation, commandPayload, MoneyInput } from '@waybill/graphql';
import { orderPaymentCommands } from '../order-payment/commands.ts';
import {
  AmountNotAllowed,
  PaymentUnknown,
  RefundSettledBefore,
  RefundTooHigh,
  RefundUnknown,
} from '../order-payment/refusals.ts';

const payload = commandPayload('Payment');
const about = ({ orderId }: Readonly<Record<string, unknown>>) => orderId;
type Fields = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];
const orderId = (t: Fields) => t.id({ required: true });
const reason = (t: Fields, description: string) => t.string({ required: true, description });

commandMutation({
  command: orderPaymentCommands.AmendPaymentRequest,
  description: 'Asks for another total. What is here above it waits for a person.',
  input: (t) => ({
    orderId: orderId(t),
    amendmentId: t.id({ required: true, description: 'Your id of this change: the same one again has no effect.' }),
    amount: t.field({ type: 'BigInt', required: true, description: 'The new total, in minor units.' }),
    reason: reason(t, 'Why, for the record.'),
  }),
  payload,
  errors: [AmountNotAllowed],
  about,
});
commandMutation({
  command: orderPaymentCommands.CancelPaymentRequest,
  description: 'Asks for no more. What came, and what comes, for the order waits for a person.',
  input: (t) => ({ orderId: orderId(t), reason: reason(t, 'Why, for the record.') }),
  payload,
  errors: [],
  about,
});
commandMutation({
  command: orderPaymentCommands.RefundPayment,
  description: 'Sends money back to who paid, never more than is here.',
  input: (t) => ({
    orderId: orderId(t),
    refundId: t.id({ required: true, description: 'Your id of this refund: the same one again has no effect.' }),
    amount: t.field({ type: MoneyInput, required: true }),
    reason: reason(t, 'Why, for the customer and the record.'),
  }),
  payload,
  errors: [AmountNotAllowed, RefundTooHigh],
  toCommand: ({ amount, ...input }) => ({ ...input, ...(amount as object) }),
  about,
});
commandMutation({
  command: orderPaymentCommands.CompleteRefund,
  description: 'The refund went out.',
  input: (t) => ({ orderId: orderId(t), refundId: t.id({ required: true }) }),
  payload,
  errors: [RefundUnknown, RefundSettledBefore],
  about,
});
commandMutation({
  command: orderPaymentCommands.FailRefund,
  description: 'The refund did not go out: the money is where it was.',
  input: (t) => ({
    orderId: orderId(t),
    refundId: t.id({ required: true }),
    reason: reason(t, 'What the bank said.'),
  }),
  payload,
  errors: [RefundUnknown, RefundSettledBefore],
  about,
});
commandMutation({
  command: orderPaymentCommands.FailPayment,
  description: 'A payment bounced: orders that it had completed are open again.',
  input: (t) => ({
    paymentId: t.id({ required: true }),
    orderId: t.id({ description: 'The order to show in the answer.' }),
    reason: reason(t, 'What the bank said.'),
  }),
  payload,
  errors: [PaymentUnknown],
  versioned: false,
  about,
});
