import type { Prepare } from '@waybill/engine';
import { newId } from '@waybill/kernel';
import { accountIdOf } from '../account/account-id.ts';

/** Completes `{customerId?, name?, currency}`: the account's id, from its owner and currency. */
export const prepareOpenAccount: Prepare = async ({ customerId, currency, ...input }) => {
  if (typeof input.accountId === 'string') return { kind: 'prepared', data: input };
  const of = typeof currency === 'string' ? currency : '';
  const accountId =
    typeof customerId === 'string' ? accountIdOf('CUSTOMER', of, customerId) : accountIdOf('HOUSE', of, newId());
  return { kind: 'prepared', data: { ...input, accountId } };
};

/** Gives a transfer its id, where it has none. */
export const prepareCreateMoneyTransfer: Prepare = async (input) => ({
  kind: 'prepared',
  data: { ...input, transferId: input.transferId ?? newId() },
});
