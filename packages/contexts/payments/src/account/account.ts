import { defineAggregate } from '@waybill/engine';
import { accountCommands } from './commands.ts';
import { creditAccount } from './credit-account.ts';
import { debitAccount } from './debit-account.ts';
import { type AccountEvent, accountEvents } from './events.ts';
import { closeAccount, openAccount } from './open-and-close.ts';
import { type AccountState, unopened } from './state.ts';

/** So many transfers are recognised by the account itself; older ones by the ids of their commands. */
const RECENT = 200;

const entered = (state: AccountState, key: string, change: number): AccountState => ({
  ...state,
  balance: state.balance + change,
  recent: [...state.recent, key].slice(-RECENT),
});

const evolve = (state: AccountState, event: AccountEvent): AccountState => {
  switch (event.type) {
    case 'AccountOpened':
    case 'AccountReopened':
      return { ...state, status: 'OPEN' };
    case 'AccountCredited': {
      const { transferId, amount, reversal } = event.data;
      return entered(state, `${reversal ? 'back' : 'in'} ${transferId}`, amount);
    }
    case 'AccountDebited':
      return entered(state, `out ${event.data.transferId}`, -event.data.amount);
    case 'AccountClosed':
      return { ...state, status: 'CLOSED' };
    case 'AccountDebitFailedDueToInsufficientFunds':
    case 'AccountCreditRejected':
      return state;
  }
};

/** Streams `account-<accountId>`. Balance = credits − debits, from 0. */
export const Account = defineAggregate({
  category: 'account',
  events: accountEvents,
  commands: accountCommands,
  initial: unopened,
  evolve,
  decide: {
    OpenAccount: openAccount,
    DebitAccount: debitAccount,
    CreditAccount: creditAccount,
    CloseAccount: closeAccount,
  },
  // The accounts of the house get several postings per order: the longest streams there are.
  snapshot: { schema: 1, every: 200, keep: 2 },
});
