import { defineProjection } from '@waybill/engine';
import { accountEvents } from '../account/events.ts';

/** A row of payments.account_entries. */
export interface AccountEntryRow {
  /** Of the event. */
  readonly entryId: string;
  readonly accountId: string;
  readonly position: number;
  readonly transferId: string;
  readonly otherAccountId: string;
  /** Minor units: above 0 for a credit, below for a debit. */
  readonly amount: number;
  readonly currency: string;
  readonly text: string;
  readonly reversal: boolean;
  readonly occurredAt: string;
  readonly recordedAt: string;
}

/** What went into which account and out of it, with the other party. */
export const accountEntries = defineProjection({
  name: 'payments.account_entries',
  version: 1,
  events: [accountEvents.AccountCredited, accountEvents.AccountDebited],
  table: { schema: 'payments', name: 'account_entries', key: 'entry_id' },
  freshness: 500,
  keys: ({ eventId }) => [eventId],
  evolve: (
    _row: AccountEntryRow | undefined,
    { type, id: accountId, position, data, occurredAt, recordedAt },
    entryId,
  ): AccountEntryRow => {
    const { transferId, otherAccountId, amount, currency, text } = data;
    return {
      entryId,
      accountId,
      position,
      ...{ transferId, otherAccountId, currency, text },
      amount: type === 'AccountCredited' ? amount : -amount,
      reversal: type === 'AccountCredited' && data.reversal,
      occurredAt: occurredAt.toISOString(),
      recordedAt: recordedAt.toISOString(),
    };
  },
});
