import { accountNamed } from './account-id.ts';
import type { AccountEvent } from './events.ts';

/** An account as its next decision sees it. */
export interface AccountState {
  readonly status: 'UNOPENED' | 'OPEN' | 'CLOSED';
  /** Minor units of the account's currency. */
  readonly balance: number;
  /** The latest entries, oldest first: 'out <transferId>', 'in <transferId>', 'back <transferId>'. */
  readonly recent: readonly string[];
}

export const unopened: AccountState = { status: 'UNOPENED', balance: 0, recent: [] };

/** What opens an account; none for an id that names none. */
export const opened = (accountId: string, name: string | null): readonly AccountEvent[] => {
  const named = accountNamed(accountId);
  if (!named) return [];
  const { kind, owner, currency } = named;
  const customerId = kind === 'CUSTOMER' ? owner : null;
  return [{ type: 'AccountOpened', data: { kind, currency, customerId, name } }];
};

/** What makes an account ready for a posting that is never refused. */
export const readied = (accountId: string, { status }: AccountState, transferId: string): readonly AccountEvent[] => {
  switch (status) {
    case 'UNOPENED':
      return opened(accountId, null);
    case 'CLOSED':
      return [{ type: 'AccountReopened', data: { transferId } }];
    case 'OPEN':
      return [];
  }
};
