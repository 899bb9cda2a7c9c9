import type { Refusal } from '@waybill/kernel';
import { isSystemAccount } from './account-id.ts';
import { AccountIsClosed, AccountNotEmpty, SystemAccountStays } from './refusals.ts';

/** What a person can do with an account now. `balance`: minor units. */
export const accountActions = ({
  accountId,
  status,
  balance,
  currency,
}: {
  readonly accountId: string;
  readonly status: 'OPEN' | 'CLOSED';
  readonly balance: number;
  readonly currency: string;
}): readonly { readonly name: string; readonly refusal?: Refusal }[] => {
  const closed = AccountIsClosed({ accountId });
  const transfer = { name: 'createMoneyTransfer', ...(status === 'CLOSED' ? { refusal: closed } : {}) };
  const no = (refusal: Refusal) => [transfer, { name: 'closeAccount', refusal }];
  if (isSystemAccount(accountId)) return no(SystemAccountStays({ accountId }));
  if (status === 'CLOSED') return no(closed);
  return balance === 0 ? [transfer, { name: 'closeAccount' }] : no(AccountNotEmpty({ balance, currency }));
};
