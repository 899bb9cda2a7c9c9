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
  status === 'PAID'
    ? 'The order is paid in full: there is nothing left to collect.'
    : 'The order is cancelled: ask for no money. What arrives all the same waits under "Payments to match".',
);

export const paymentRefusals = [AmountNotAllowed, PaymentReferenceConflict, NothingToCollect] as const;
