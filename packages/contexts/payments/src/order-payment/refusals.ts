import { formatMoney, refusal } from '@waybill/kernel';

/** Minor units: far above any payment, far below where sums of them stop being exact. */
const MAX_AMOUNT = 100_000_000_000_000;
/** A whole number of minor units that can be added up. */
export const isAmount = (amount: number): boolean =>
  Number.isSafeInteger(amount) && amount >= 0 && amount <= MAX_AMOUNT;

/** Every "no" of this context. Money that arrived is never refused; what is no amount, or contradicts itself, is. */
export const AmountNotAllowed = refusal(
  'AmountNotAllowed',
  { amount: 'BigInt' },
  ({ amount }) =>
    `${amount} is no amount of money: give minor units (pence, cents) as a whole number from 1 to 100,000,000,000,000.`,
);
export const PaymentReferenceConflict = refusal(
  'PaymentReferenceConflict',
  { reference: 'String', recordedAmount: 'BigInt', recordedCurrency: 'String' },
  ({ reference, recordedAmount, recordedCurrency }) =>
    `${reference} was recorded before with ${formatMoney({ amount: recordedAmount, currency: recordedCurrency })}: ` +
    'look it up on the statement, and give this payment its own reference if it is another one.',
);
/** Advice for people only: money that arrives all the same is recorded, and waits to be matched. */
export const NothingToCollect = refusal('NothingToCollect', { status: 'String' }, ({ status }) =>
  status === 'CANCELLED'
    ? 'The order is cancelled: ask for no money. What arrives all the same waits under "Payments to match".'
    : 'The order is paid in full: there is nothing left to collect.',
);
/** Advice for people only: a process that amends too late has no effect. */
export const AmendmentNotPossible = refusal('AmendmentNotPossible', { status: 'String' }, ({ status }) =>
  status === 'NOT_REQUESTED'
    ? 'Nothing was asked for yet: change the order itself.'
    : 'The payment is over: place a new order for more.',
);

const asText = (amount: number, currency: string): string => formatMoney({ amount, currency });

export const PaymentBounced = refusal(
  'PaymentBounced',
  {},
  () => 'Nothing of this payment is here: it bounced, or is all with other orders.',
);
export const RefundTooHigh = refusal(
  'RefundTooHigh',
  { refundable: 'BigInt', currency: 'String' },
  ({ refundable, currency }) =>
    refundable === 0
      ? 'Nothing that was paid for this order is free to go back: credit what was invoiced, and its money goes back by itself.'
      : `Of what was paid for this order ${asText(refundable, currency)} can go back: ask for that much or less, ` +
        'or credit what was invoiced first.',
);
export const RefundUnknown = refusal(
  'RefundUnknown',
  { refundId: 'String' },
  ({ refundId }) => `There is no refund ${refundId} here: look it up in the order's history.`,
);
export const RefundSettledBefore = refusal('RefundSettledBefore', { status: 'String' }, ({ status }) =>
  status === 'COMPLETED'
    ? 'This refund went out already: record money that came back as a new payment.'
    : 'This refund failed already: ask for a new one.',
);
export const PaymentUnknown = refusal(
  'PaymentUnknown',
  { paymentId: 'String' },
  ({ paymentId }) => `No payment ${paymentId} was recorded: look it up by its reference.`,
);
export const NotEnoughWaits = refusal(
  'NotEnoughWaits',
  { waiting: 'BigInt', currency: 'String' },
  ({ waiting, currency }) =>
    waiting === 0
      ? 'Nothing of this payment waits any more: somebody has seen to it, or it bounced.'
      : `Only ${asText(waiting, currency)} of this payment waits here: take that much or less.`,
);
export const PaidOrderUnknown = refusal(
  'PaidOrderUnknown',
  { order: 'String' },
  ({ order }) => `There is no order ${order}: give its number (ORD-2026-000123) or its id.`,
);
export const CreditorUnknown = refusal(
  'CreditorUnknown',
  { customerId: 'String' },
  ({ customerId }) => `There is no customer ${customerId}: choose one from the list, or register them first.`,
);
/** What waits is put to what is owed, and nothing else. */
export const OrderTakesNoPayment = refusal('OrderTakesNoPayment', { status: 'String' }, ({ status }) =>
  status === 'CANCELLED'
    ? 'The order is cancelled: choose another one, keep the money as credit, or refund it.'
    : 'The order is paid in full: choose another one, keep the money as credit, or refund it.',
);
export const MoreThanIsOpen = refusal(
  'MoreThanIsOpen',
  { open: 'BigInt', currency: 'String' },
  ({ open, currency }) =>
    `The order lacks only ${asText(open, currency)}: allocate that much, and keep or refund the rest.`,
);
export const OtherCurrency = refusal(
  'PaymentInOtherCurrency',
  { paid: 'String', asked: 'String' },
  ({ paid, asked }) =>
    `The money is ${paid} and the order is in ${asked}; nothing is converted here: refund it, and ask for ${asked}.`,
);

export const paymentRefusals = [
  AmountNotAllowed,
  PaymentReferenceConflict,
  NothingToCollect,
  RefundTooHigh,
  RefundUnknown,
  RefundSettledBefore,
  PaymentUnknown,
  NotEnoughWaits,
  PaidOrderUnknown,
  CreditorUnknown,
  OrderTakesNoPayment,
  MoreThanIsOpen,
  OtherCurrency,
] as const;
