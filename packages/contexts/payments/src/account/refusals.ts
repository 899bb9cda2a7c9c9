import { formatMoney, refusal } from '@waybill/kernel';

/** Every "no" of an account: what is wrong, then what to do next. */
export const AccountUnknown = refusal(
  'AccountUnknown',
  { accountId: 'String' },
  ({ accountId }) => `There is no account ${accountId}: choose one from the accounts page, or open it first.`,
);
export const AccountNotEmpty = refusal(
  'AccountNotEmpty',
  { balance: 'BigInt', currency: 'String' },
  ({ balance, currency }) =>
    `The account holds ${formatMoney({ amount: balance, currency })}: bring it to zero by a transfer, then close it.`,
);
export const SystemAccountStays = refusal(
  'SystemAccountStays',
  { accountId: 'String' },
  ({ accountId }) =>
    `${accountId} belongs to the house: it opens with its first posting and is never closed. Nothing needs to be done.`,
);
export const AccountIsClosed = refusal(
  'AccountIsClosed',
  { accountId: 'String' },
  ({ accountId }) => `Account ${accountId} is closed: open another one.`,
);
export const AccountNameNeeded = refusal(
  'AccountNameNeeded',
  {},
  () => 'The account has no name: say what it is for, such as "Petty cash", or choose a customer.',
);
export const AccountCurrencyMismatch = refusal(
  'AccountCurrencyMismatch',
  { accountId: 'String', currency: 'String' },
  ({ accountId, currency }) =>
    `${accountId} holds no ${currency}: amounts are never converted; choose two accounts of one currency.`,
);

export const accountRefusals = [
  AccountUnknown,
  AccountNotEmpty,
  SystemAccountStays,
  AccountIsClosed,
  AccountNameNeeded,
  AccountCurrencyMismatch,
] as const;
