import { defineProjection } from '@waybill/engine';
import { accountEvents } from '../account/events.ts';

/** A row of payments.trial_balance: an account with what it holds, or a transfer with what is under way. Minor units. */
export interface TrialBalanceRow {
  /** 'account <id>' or 'transfer <id>'. */
  readonly key: string;
  readonly currency: string;
  readonly balance: number;
  readonly inTransit: number;
}

/**
 * Accounts and transfers under way in one view, so that whoever adds it up sees both at the same position: all rows of a
 * currency come to zero after every event. What a transfer has under way is told by its own entries and not derived from the
 * balances, so a credit that came twice would show.
 */
export const trialBalance = defineProjection({
  name: 'payments.trial_balance',
  version: 1,
  events: [accountEvents.AccountCredited, accountEvents.AccountDebited],
  table: { schema: 'payments', name: 'trial_balance', key: 'key' },
  freshness: 500,
  keys: ({ id, data }) => [`account ${id}`, `transfer ${data.transferId}`],
  evolve: (row: TrialBalanceRow | undefined, { type, data }, key): TrialBalanceRow | undefined => {
    const { amount, currency } = data;
    const credited = type === 'AccountCredited';
    if (key.startsWith('account '))
      return { key, currency, balance: (row?.balance ?? 0) + (credited ? amount : -amount), inTransit: 0 };
    // It arrived, or came back: it is under way no longer.
    return credited ? undefined : { key, currency, balance: 0, inTransit: amount };
  },
});
