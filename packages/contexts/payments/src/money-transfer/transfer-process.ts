import {
  type CommandMessage,
  defineProcess,
  type EventOf,
  type Reaction,
  type Recorded,
  send,
  type Wait,
} from '@waybill/engine';
import { accountCommands } from '../account/commands.ts';
import { accountEvents, type NoPart } from '../account/events.ts';
import { moneyTransferCommands } from './commands.ts';
import { moneyTransferEvents, type Transfer } from './events.ts';

const events = [
  moneyTransferEvents.MoneyTransferCreated,
  accountEvents.AccountDebited,
  accountEvents.AccountDebitFailedDueToInsufficientFunds,
  accountEvents.AccountCredited,
  accountEvents.AccountCreditRejected,
  moneyTransferEvents.DebitReversed,
  moneyTransferEvents.MoneyTransferCompleted,
  moneyTransferEvents.MoneyTransferFailed,
] as const;
type Heard = Recorded<EventOf<typeof events>>;

type Step =
  | 'debit'
  | 'recordDebit'
  | 'recordFailedDebit'
  | 'credit'
  | 'recordCredit'
  | 'reverse'
  | 'return'
  | 'recordReturn';

/** What is known of one transfer. Facts and steps only grow, so their order of arrival does not matter. */
export interface Moving {
  readonly transfer: Transfer | null;
  readonly debited: boolean;
  readonly notDebited: NoPart | null;
  readonly credited: boolean;
  readonly notCredited: NoPart | null;
  /** The transfer has turned round. */
  readonly reversed: boolean;
  readonly returned: boolean;
  readonly ended: boolean;
  readonly taken: readonly Step[];
}

const unknown: Moving = {
  transfer: null,
  debited: false,
  notDebited: null,
  credited: false,
  notCredited: null,
  reversed: false,
  returned: false,
  ended: false,
  taken: [],
};

const learn = (moving: Moving, event: Heard): Moving => {
  switch (event.type) {
    case 'MoneyTransferCreated':
      return { ...moving, transfer: event.data };
    case 'AccountDebited':
      return { ...moving, debited: true };
    case 'AccountDebitFailedDueToInsufficientFunds':
      return { ...moving, notDebited: event.data.reason };
    case 'AccountCredited':
      return event.data.reversal ? { ...moving, returned: true } : { ...moving, credited: true };
    case 'AccountCreditRejected':
      return { ...moving, notCredited: event.data.reason };
    case 'DebitReversed':
      return { ...moving, reversed: true };
    case 'MoneyTransferCompleted':
    case 'MoneyTransferFailed':
      return { ...moving, ended: true };
  }
};

const { DebitAccount, CreditAccount } = accountCommands;
const { RecordDebit, RecordFailedDebit, RecordCredit, ReverseDebit } = moneyTransferCommands;

interface Rule {
  readonly step: Step;
  readonly due: (moving: Moving) => boolean;
  readonly command: (transfer: Transfer, transferId: string, moving: Moving) => CommandMessage;
}

/** Debit, then credit; what cannot be credited goes back. Each step is taken once. */
const rules: readonly Rule[] = [
  {
    step: 'debit',
    due: () => true,
    command: ({ fromAccountId, toAccountId, amount, currency, text, checked }, transferId) =>
      send(DebitAccount, {
        accountId: fromAccountId,
        otherAccountId: toAccountId,
        transferId,
        amount,
        currency,
        text,
        checked,
      }),
  },
  {
    step: 'recordFailedDebit',
    due: ({ notDebited }) => notDebited !== null,
    command: (_, transferId, { notDebited }) =>
      send(RecordFailedDebit, { transferId, reason: notDebited ?? 'INSUFFICIENT_FUNDS' }),
  },
  {
    step: 'recordDebit',
    due: ({ debited }) => debited,
    command: (_, transferId) => send(RecordDebit, { transferId }),
  },
  {
    step: 'credit',
    due: ({ debited }) => debited,
    command: ({ fromAccountId, toAccountId, amount, currency, text, checked }, transferId) =>
      send(CreditAccount, {
        accountId: toAccountId,
        otherAccountId: fromAccountId,
        transferId,
        amount,
        currency,
        text,
        checked,
        reversal: false,
      }),
  },
  {
    step: 'recordCredit',
    due: ({ credited }) => credited,
    command: (_, transferId) => send(RecordCredit, { transferId }),
  },
  {
    step: 'reverse',
    due: ({ notCredited }) => notCredited !== null,
    command: (_, transferId, { notCredited }) =>
      send(ReverseDebit, { transferId, reason: notCredited ?? 'ACCOUNT_CLOSED' }),
  },
  {
    step: 'return',
    due: ({ reversed }) => reversed,
    command: ({ fromAccountId, toAccountId, amount, currency, text }, transferId) =>
      send(CreditAccount, {
        accountId: fromAccountId,
        otherAccountId: toAccountId,
        transferId,
        amount,
        currency,
        text,
        checked: false,
        reversal: true,
      }),
  },
  {
    step: 'recordReturn',
    due: ({ returned }) => returned,
    command: (_, transferId) => send(RecordCredit, { transferId }),
  },
];

const takeSteps = (moving: Moving, transferId: string): Reaction<Moving> => {
  const { transfer, taken } = moving;
  if (!transfer) return { state: moving };
  const due = rules.filter(({ step, due }) => !taken.includes(step) && due(moving));
  return {
    state: { ...moving, taken: [...taken, ...due.map(({ step }) => step)] },
    commands: due.map(({ command }) => command(transfer, transferId, moving)),
  };
};

const soon = { deadline: { minutes: 1 }, late: 'alarm' } as const;
const waits = {
  transfer: { for: 'the transfer itself, of which only entries are known', ...soon },
  debit: { for: 'the account that pays', ...soon },
  credit: { for: 'the account that receives', ...soon },
  return: { for: 'the money to come back', ...soon },
  record: { for: 'the transfer to be recorded as over', ...soon },
} satisfies Readonly<Record<string, Wait<Moving>>>;

const waiting = (moving: Moving): (keyof typeof waits)[] => {
  if (moving.ended) return [];
  if (!moving.transfer) return ['transfer'];
  if (moving.credited || moving.returned || moving.notDebited !== null) return ['record'];
  if (moving.notCredited !== null || moving.reversed) return ['return'];
  return [moving.debited ? 'credit' : 'debit'];
};

const transferOf = (event: Heard): string => ('transferId' in event.data ? event.data.transferId : event.id);

/** The way of one transfer through two accounts that never share a transaction. */
export const transferProcess = defineProcess({
  name: 'payments.transfer',
  startFrom: 'beginning',
  events,
  instance: transferOf,
  initial: unknown,
  waits,
  waiting,
  react: (moving: Moving, event) => takeSteps(learn(moving, event), transferOf(event)),
  // An account that could not even be asked: nothing was moved there.
  onRefusal: (moving, { data: { command, instance } }) => {
    if (command === DebitAccount.type) return takeSteps({ ...moving, notDebited: 'ACCOUNT_UNKNOWN' }, instance);
    if (command === CreditAccount.type && !moving.reversed)
      return takeSteps({ ...moving, notCredited: 'ACCOUNT_UNKNOWN' }, instance);
    return 'trouble';
  },
});
