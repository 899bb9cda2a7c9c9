import type { CommandData } from '@waybill/engine';
import { accept, type Decision, nothing, refuse } from '@waybill/kernel';
import { accountNamed } from './account-id.ts';
import type { accountCommands } from './commands.ts';
import type { AccountEvent } from './events.ts';
import { AccountIsClosed, AccountNameNeeded, AccountNotEmpty, AccountUnknown, SystemAccountStays } from './refusals.ts';
import { type AccountState, opened } from './state.ts';

export const openAccount = (
  { accountId, name }: CommandData<typeof accountCommands.OpenAccount>,
  { status }: AccountState,
): Decision<AccountEvent> => {
  const named = accountNamed(accountId);
  if (!named) return refuse(AccountUnknown({ accountId }));
  if (named.owner === null) return refuse(SystemAccountStays({ accountId }));
  if (status === 'OPEN') return nothing;
  if (status === 'CLOSED') return refuse(AccountIsClosed({ accountId }));
  const given = name?.trim() || null;
  if (named.kind === 'HOUSE' && given === null) return refuse(AccountNameNeeded({}));
  return accept(...opened(accountId, given));
};

/** Only an empty account closes: what it holds would be lost from sight. */
export const closeAccount = (
  { accountId }: CommandData<typeof accountCommands.CloseAccount>,
  { status, balance }: AccountState,
): Decision<AccountEvent> => {
  const named = accountNamed(accountId);
  if (!named) return refuse(AccountUnknown({ accountId }));
  if (named.owner === null) return refuse(SystemAccountStays({ accountId }));
  if (status === 'UNOPENED') return refuse(AccountUnknown({ accountId }));
  if (status === 'CLOSED') return nothing;
  if (balance !== 0) return refuse(AccountNotEmpty({ balance, currency: named.currency }));
  return accept<AccountEvent>({ type: 'AccountClosed', data: {} });
};
