import { type CommandData, defineAggregate } from '@waybill/engine';
import { accept, type Decision, nothing, refuse } from '@waybill/kernel';
import { misaddressed } from '../account/debit-account.ts';
import type { NoPart } from '../account/events.ts';
import { moneyTransferCommands } from './commands.ts';
import { type MoneyTransferEvent, moneyTransferEvents, type Transfer } from './events.ts';
import { MoneyTransferUnknown, SameAccount } from './refusals.ts';

const { CreateMoneyTransfer, RecordFailedDebit, ReverseDebit, RecordDebit } = moneyTransferCommands;

/** Null until it is created. */
export type MoneyTransferState =
  | (Pick<Transfer, 'fromAccountId' | 'toAccountId' | 'origin'> & {
      readonly status: 'CREATED' | 'IN_TRANSIT' | 'RETURNING' | 'COMPLETED' | 'FAILED';
      /** Why the money goes back, or never left. */
      readonly reason: NoPart | null;
    })
  | null;

const createMoneyTransfer = (
  { transferId: _, ...transfer }: CommandData<typeof CreateMoneyTransfer>,
  state: MoneyTransferState,
): Decision<MoneyTransferEvent> => {
  if (state) return nothing;
  const { fromAccountId, toAccountId, amount, currency } = transfer;
  if (fromAccountId === toAccountId) return refuse(SameAccount({ accountId: fromAccountId }));
  for (const accountId of [fromAccountId, toAccountId]) {
    const mistake = misaddressed({ accountId, amount, currency });
    if (mistake) return refuse(mistake);
  }
  return accept({ type: 'MoneyTransferCreated', data: transfer });
};

const DEBITED: MoneyTransferEvent = { type: 'DebitRecorded', data: {} };

const recordDebit = (
  { transferId }: CommandData<typeof RecordDebit>,
  state: MoneyTransferState,
): Decision<MoneyTransferEvent> => {
  if (!state) return refuse(MoneyTransferUnknown({ transferId }));
  return state.status === 'CREATED' ? accept(DEBITED) : nothing;
};

const recordFailedDebit = (
  { transferId, reason }: CommandData<typeof RecordFailedDebit>,
  state: MoneyTransferState,
): Decision<MoneyTransferEvent> => {
  if (!state) return refuse(MoneyTransferUnknown({ transferId }));
  if (state.status !== 'CREATED') return nothing;
  return accept<MoneyTransferEvent>(
    { type: 'FailedDebitRecorded', data: { reason } },
    { type: 'MoneyTransferFailed', data: { origin: state.origin, reason } },
  );
};

/** What was credited was debited before, even if nobody has said so yet. */
const recordCredit = (
  { transferId }: CommandData<typeof moneyTransferCommands.RecordCredit>,
  state: MoneyTransferState,
): Decision<MoneyTransferEvent> => {
  if (!state) return refuse(MoneyTransferUnknown({ transferId }));
  const { status, fromAccountId, toAccountId, origin, reason } = state;
  switch (status) {
    case 'CREATED':
    case 'IN_TRANSIT':
      return accept<MoneyTransferEvent>(
        ...(status === 'CREATED' ? [DEBITED] : []),
        { type: 'CreditRecorded', data: { accountId: toAccountId } },
        { type: 'MoneyTransferCompleted', data: { origin } },
      );
    case 'RETURNING':
      return accept<MoneyTransferEvent>(
        { type: 'CreditRecorded', data: { accountId: fromAccountId } },
        { type: 'MoneyTransferFailed', data: { origin, reason: reason ?? 'ACCOUNT_CLOSED' } },
      );
    case 'COMPLETED':
    case 'FAILED':
      return nothing;
  }
};

/** The money turns round, once, and never after it arrived. */
const reverseDebit = (
  { transferId, reason }: CommandData<typeof ReverseDebit>,
  state: MoneyTransferState,
): Decision<MoneyTransferEvent> => {
  if (!state) return refuse(MoneyTransferUnknown({ transferId }));
  const { status } = state;
  if (status !== 'CREATED' && status !== 'IN_TRANSIT') return nothing;
  return accept<MoneyTransferEvent>(...(status === 'CREATED' ? [DEBITED] : []), {
    type: 'DebitReversed',
    data: { reason },
  });
};

const evolve = (state: MoneyTransferState, event: MoneyTransferEvent): MoneyTransferState => {
  if (event.type === 'MoneyTransferCreated') {
    const { fromAccountId, toAccountId, origin } = event.data;
    return { fromAccountId, toAccountId, origin, status: 'CREATED', reason: null };
  }
  if (!state) return state;
  switch (event.type) {
    case 'DebitRecorded':
      return { ...state, status: 'IN_TRANSIT' };
    case 'DebitReversed':
      return { ...state, status: 'RETURNING', reason: event.data.reason };
    case 'MoneyTransferCompleted':
      return { ...state, status: 'COMPLETED' };
    case 'FailedDebitRecorded':
    case 'MoneyTransferFailed':
      return { ...state, status: 'FAILED', reason: event.data.reason };
    case 'CreditRecorded':
      return state;
  }
};

/** Streams `moneyTransfer-<transferId>`: where money goes, and how far it has come. */
export const MoneyTransfer = defineAggregate({
  category: 'moneyTransfer',
  events: moneyTransferEvents,
  commands: moneyTransferCommands,
  initial: null as MoneyTransferState,
  evolve,
  decide: {
    CreateMoneyTransfer: createMoneyTransfer,
    RecordDebit: recordDebit,
    RecordFailedDebit: recordFailedDebit,
    RecordCredit: recordCredit,
    ReverseDebit: reverseDebit,
  },
});
