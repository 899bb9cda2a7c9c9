import { type builder, commandMutation, commandPayload } from '@waybill/graphql';
import { orderPaymentCommands } from '../order-payment/commands.ts';
import {
  AmountNotAllowed,
  CreditorUnknown,
  MoreThanIsOpen,
  NotEnoughWaits,
  OrderTakesNoPayment,
  OtherCurrency,
  PaidOrderUnknown,
  PaymentUnknown,
  RefundSettledBefore,
  RefundUnknown,
} from '../order-payment/refusals.ts';

const payload = commandPayload('Payment');
type Fields = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];
const waiting = (t: Fields) => ({
  paymentId: t.id({ required: true }),
  amount: t.field({ type: 'BigInt', required: true, description: 'How much of what waits, in minor units.' }),
  heldBy: t.id({
    description: 'The order that it waits under (`orderId` of the list); left out: wherever enough waits.',
  }),
});
const common = [AmountNotAllowed, PaymentUnknown, NotEnoughWaits];

commandMutation({
  command: orderPaymentCommands.MatchPayment,
  description: 'Puts money that waits to an order that is owed it.',
  input: (t) => ({ ...waiting(t), orderId: t.id({ required: true, description: "The order's id or number." }) }),
  payload,
  errors: [...common, PaidOrderUnknown, OrderTakesNoPayment, MoreThanIsOpen, OtherCurrency],
  versioned: false,
  about: ({ orderId }) => orderId,
});
commandMutation({
  command: orderPaymentCommands.KeepPaymentAsCredit,
  description: "Keeps money that waits on the customer's account.",
  input: (t) => ({ ...waiting(t), customerId: t.id({ required: true }) }),
  payload,
  errors: [...common, CreditorUnknown],
  versioned: false,
});
commandMutation({
  command: orderPaymentCommands.RefundUnallocatedPayment,
  description: 'Sends money that waits back to who paid it.',
  input: (t) => ({
    ...waiting(t),
    refundId: t.id({ required: true, description: 'Your id of this refund: the same one again has no effect.' }),
  }),
  payload,
  errors: common,
  versioned: false,
});
commandMutation({
  command: orderPaymentCommands.CompleteUnallocatedRefund,
  description: 'The refund of a payment that named no known order went out.',
  input: (t) => ({ paymentId: t.id({ required: true }), refundId: t.id({ required: true }) }),
  payload,
  errors: [PaymentUnknown, RefundUnknown, RefundSettledBefore],
  versioned: false,
});
commandMutation({
  command: orderPaymentCommands.FailUnallocatedRefund,
  description: 'The refund of a payment that named no known order did not go out: the money waits again.',
  input: (t) => ({
    paymentId: t.id({ required: true }),
    refundId: t.id({ required: true }),
    reason: t.string({ required: true, description: 'What the bank said.' }),
  }),
  payload,
  errors: [PaymentUnknown, RefundUnknown, RefundSettledBefore],
  versioned: false,
});
