import { refusal } from '@waybill/kernel';

export const SameAccount = refusal(
  'SameAccount',
  { accountId: 'String' },
  ({ accountId }) => `Money cannot go from ${accountId} to itself: choose two accounts.`,
);
export const MoneyTransferUnknown = refusal(
  'MoneyTransferUnknown',
  { transferId: 'String' },
  ({ transferId }) => `There is no transfer ${transferId}: create it first.`,
);

export const moneyTransferRefusals = [SameAccount, MoneyTransferUnknown] as const;
