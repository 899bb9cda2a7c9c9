import type { CommandData } from '@waybill/engine';
import { accept, type Decision, nothing, refuse } from '@waybill/kernel';
import { AmountNotAllowed, isAmount } from '../order-payment/refusals.ts';
import { accountNamed, isSystemAccount } from './account-id.ts';
import type { accountCommands } from './commands.ts';
import type { AccountEvent, NoPart } from './events.ts';
import { AccountCurrencyMismatch, AccountUnknown } from './refusals.ts';
import { type AccountState, readied } from './state.ts';

/** A posting that no account could take: a mistake of whoever sent it, and no business. */
export const misaddressed = ({
  accountId,
  amount,
  currency,
}: {
  readonly accountId: string;
  readonly amount: number;
  readonly currency: string;
}) => {
  const named = accountNamed(accountId);
  if (!named) return AccountUnknown({ accountId });
  if (named.currency !== currency) return AccountCurrencyMismatch({ accountId, currency });
  return isAmount(amount) && amount > 0 ? undefined : AmountNotAllowed({ amount });
};

/** Why a checked debit is not covered; undefined where it is. */
const shortfall = ({ status, balance }: AccountState, amount: number): NoPart | undefined => {
  if (status === 'UNOPENED') return 'ACCOUNT_UNKNOWN';
  if (status === 'CLOSED') return 'ACCOUNT_CLOSED';
  return balance < amount ? 'INSUFFICIENT_FUNDS' : undefined;
};

/** Money leaves an account. Not enough of it is an event: the transfer must learn of it. */
export const debitAccount = (
  { accountId, checked, ...entry }: CommandData<typeof accountCommands.DebitAccount>,
  account: AccountState,
): Decision<AccountEvent> => {
  const mistake = misaddressed({ accountId, ...entry });
  if (mistake) return refuse(mistake);
  if (account.recent.includes(`out ${entry.transferId}`)) return nothing;
  const reason = checked && !isSystemAccount(accountId) ? shortfall(account, entry.amount) : undefined;
  if (reason) {
    const { balance } = account;
    return accept({ type: 'AccountDebitFailedDueToInsufficientFunds', data: { ...entry, balance, reason } });
  }
  return accept<AccountEvent>(...readied(accountId, account, entry.transferId), {
    type: 'AccountDebited',
    data: entry,
  });
};
