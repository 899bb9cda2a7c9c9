import type { CommandData } from '@waybill/engine';
import { accept, type Decision, nothing, refuse } from '@waybill/kernel';
import { isSystemAccount } from './account-id.ts';
import type { accountCommands } from './commands.ts';
import { misaddressed } from './debit-account.ts';
import type { AccountEvent } from './events.ts';
import { type AccountState, readied } from './state.ts';

/** Money enters an account. A closed one says no by an event, so that the debit goes back. */
export const creditAccount = (
  { accountId, checked, reversal, ...entry }: CommandData<typeof accountCommands.CreditAccount>,
  account: AccountState,
): Decision<AccountEvent> => {
  const mistake = misaddressed({ accountId, ...entry });
  if (mistake) return refuse(mistake);
  if (account.recent.includes(`${reversal ? 'back' : 'in'} ${entry.transferId}`)) return nothing;
  // Money that comes back has nowhere else to go.
  if (checked && !reversal && !isSystemAccount(accountId) && account.status !== 'OPEN') {
    const reason = account.status === 'CLOSED' ? 'ACCOUNT_CLOSED' : 'ACCOUNT_UNKNOWN';
    return accept({ type: 'AccountCreditRejected', data: { ...entry, reason } });
  }
  return accept<AccountEvent>(...readied(accountId, account, entry.transferId), {
    type: 'AccountCredited',
    data: { ...entry, reversal },
  });
};
