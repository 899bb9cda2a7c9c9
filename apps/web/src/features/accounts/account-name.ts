import type { AccountNameFragment } from '../../graphql/generated/documents.ts';
import { accounts as texts } from '../../texts/accounts.ts';

/** How people call an account: its owner, its name, or what it is for. */
export const accountName = (account: AccountNameFragment): string =>
  account.customer?.name ?? account.name ?? texts.kinds[account.kind];

/** The same of the other party of an entry, which may have been opened a moment ago. */
export const partyName = (account: AccountNameFragment | null | undefined, id: string): string =>
  account ? accountName(account) : id;
