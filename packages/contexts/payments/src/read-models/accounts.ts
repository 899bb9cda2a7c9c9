import { defineProjection } from '@waybill/engine';
import type { AccountKind } from '../account/account-id.ts';
import { accountEvents } from '../account/events.ts';

/** A row of payments.accounts. Instants as ISO texts. */
export interface AccountRow {
  readonly accountId: string;
  readonly kind: AccountKind;
  readonly currency: string;
  readonly customerId: string | null;
  /** Of an account that somebody opened by hand. */
  readonly name: string | null;
  readonly status: 'OPEN' | 'CLOSED';
  /** Minor units: credits − debits. */
  readonly balance: number;
  readonly entries: number;
  readonly version: number;
  readonly openedAt: string;
  readonly updatedAt: string;
}

const { AccountOpened, AccountCredited, AccountDebited, AccountClosed, AccountReopened } = accountEvents;

/** Every account that was opened, with what it holds. */
export const accounts = defineProjection({
  name: 'payments.accounts',
  version: 1,
  events: [AccountOpened, AccountCredited, AccountDebited, AccountClosed, AccountReopened],
  table: { schema: 'payments', name: 'accounts', key: 'account_id' },
  freshness: 500,
  keys: ({ id }) => [id],
  evolve: (row: AccountRow | undefined, { type, version, recordedAt, data }, accountId): AccountRow | undefined => {
    const updatedAt = recordedAt.toISOString();
    if (type === 'AccountOpened')
      return { accountId, ...data, status: 'OPEN', balance: 0, entries: 0, version, openedAt: updatedAt, updatedAt };
    if (!row) return row;
    const seen = { ...row, version, updatedAt };
    switch (type) {
      case 'AccountCredited':
        return { ...seen, balance: row.balance + data.amount, entries: row.entries + 1 };
      case 'AccountDebited':
        return { ...seen, balance: row.balance - data.amount, entries: row.entries + 1 };
      case 'AccountClosed':
        return { ...seen, status: 'CLOSED' };
      case 'AccountReopened':
        return { ...seen, status: 'OPEN' };
    }
  },
});
