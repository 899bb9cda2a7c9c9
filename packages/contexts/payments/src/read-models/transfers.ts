import { defineProjection } from '@waybill/engine';
import { moneyTransferEvents } from '../money-transfer/events.ts';

/** A row of payments.transfers. */
export interface TransferRow {
  readonly transferId: string;
  /** Of its first event. */
  readonly position: number;
  readonly fromAccountId: string;
  readonly toAccountId: string;
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
  readonly text: string;
  readonly status: 'CREATED' | 'IN_TRANSIT' | 'RETURNING' | 'COMPLETED' | 'FAILED';
  /** Why it failed or goes back. */
  readonly reason: string | null;
  /** The kind of document that it posts; null for one by hand. */
  readonly origin: string | null;
  readonly orderId: string | null;
  /** The person, or the process. */
  readonly createdBy: string | null;
  readonly version: number;
  readonly createdAt: string;
  readonly endedAt: string | null;
}

const {
  MoneyTransferCreated,
  DebitRecorded,
  FailedDebitRecorded,
  DebitReversed,
  MoneyTransferCompleted,
  MoneyTransferFailed,
} = moneyTransferEvents;

/** Every transfer, and how far it has come. */
export const transfers = defineProjection({
  name: 'payments.transfers',
  version: 1,
  events: [
    MoneyTransferCreated,
    DebitRecorded,
    FailedDebitRecorded,
    DebitReversed,
    MoneyTransferCompleted,
    MoneyTransferFailed,
  ],
  table: { schema: 'payments', name: 'transfers', key: 'transfer_id' },
  freshness: 500,
  keys: ({ id }) => [id],
  evolve: (before: TransferRow | undefined, event, transferId): TransferRow | undefined => {
    const { version, position, recordedAt, actor } = event;
    const at = recordedAt.toISOString();
    if (event.type === 'MoneyTransferCreated') {
      const { fromAccountId, toAccountId, amount, currency, text, origin } = event.data;
      const created = { transferId, position, fromAccountId, toAccountId, amount, currency, text, version };
      const by = { origin: origin?.kind ?? null, orderId: origin?.orderId ?? null, createdBy: actor.name };
      return { ...created, ...by, status: 'CREATED', reason: null, createdAt: at, endedAt: null };
    }
    if (!before) return before;
    const row = { ...before, version };
    switch (event.type) {
      case 'DebitRecorded':
        return { ...row, status: 'IN_TRANSIT' };
      case 'DebitReversed':
        return { ...row, status: 'RETURNING', reason: event.data.reason };
      case 'MoneyTransferCompleted':
        return { ...row, status: 'COMPLETED', endedAt: at };
      case 'FailedDebitRecorded':
      case 'MoneyTransferFailed':
        return { ...row, status: 'FAILED', reason: event.data.reason, endedAt: at };
    }
  },
});
