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

/** What a person can meet; an unknown transfer is met by processes alone. */
export const moneyTransferRefusals = [SameAccount] as const;
