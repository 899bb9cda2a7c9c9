import { creditNoteCommands } from '@waybill/billing/contract';
import { type CommandMessage, defineProcess, type EventOf, type Reaction, type Recorded, send } from '@waybill/engine';
import { derivedId, formatMoney } from '@waybill/kernel';
import { anomalyEvents } from '../anomaly/events.ts';
import { intakeMessageEvents } from '../message/events.ts';
import { purchasesCommands } from '../purchases/commands.ts';
import { purchasesEvents } from '../purchases/events.ts';
import { piecesOf, worthOf } from '../purchases/worth.ts';
import { recordAnomaly, settleAnomaly } from './record-anomaly.ts';

const events = [
  intakeMessageEvents.MessageReceived,
  intakeMessageEvents.MessageUnreadable,
  intakeMessageEvents.MessageConflicted,
  intakeMessageEvents.CancellationCredited,
  purchasesEvents.CancellationMatched,
  purchasesEvents.CancellationUnmatched,
  anomalyEvents.AnomalyResolved,
] as const;
type Heard = Recorded<EventOf<typeof events>>;
type Of<T extends Heard['type']> = Extract<Heard, { type: T }>;

type Lines = readonly {
  readonly sku: string;
  readonly description: string | null;
  readonly quantity: number;
  readonly unitPrice: string;
}[];

interface MessageInTake {
  readonly channel: string;
  /** The anomaly that says that it could not be taken. */
  readonly unread: 'UNREADABLE' | 'OCCURRED_AHEAD' | null;
  /** Pieces of a cancellation for which no order was found yet. */
  readonly open: number;
  /** A person was told that something of it was not found. */
  readonly told: boolean;
  /** To whom how much of it could be credited without an order. Missing in states of before. */
  readonly creditable?: {
    readonly customerId: string;
    readonly country: string;
    readonly currency: string;
    readonly reason: string;
    readonly lines: Lines;
  };
}

const named = (lines: Lines): string => {
  const [first, ...more] = lines.map(({ sku, quantity }) => `${quantity} × ${sku}`);
  return more.length > 0 ? `${first} and ${more.length} more` : `${first}`;
};

const unread = (state: MessageInTake, { id, data }: Of<'MessageUnreadable'>): Reaction<MessageInTake> => {
  const { channel, messageId, code, reason } = data;
  const kind = code === 'OCCURRED_AHEAD' ? 'OCCURRED_AHEAD' : 'UNREADABLE';
  const summary = `Message ${messageId} cannot be taken: ${reason}`;
  const before = state.unread && state.unread !== kind ? [settleAnomaly(state.unread, [id], 'REPAIRED', '')] : [];
  return {
    state: { ...state, channel, unread: kind },
    commands: [...before, recordAnomaly({ kind, about: [id], channel, messageId, intakeId: id, summary })],
  };
};

const received = (state: MessageInTake, event: Of<'MessageReceived'>): Reaction<MessageInTake> => {
  const { id, data, occurredAt } = event;
  const { channel, messageId, credit } = data;
  const repaired = state.unread ? [settleAnomaly(state.unread, [id], 'REPAIRED', 'It was repaired and taken')] : [];
  const after = { ...state, channel, unread: null };
  if (!credit) return { state: after, commands: repaired };
  const { customerId, customerKind, currency, lines, country, reason } = credit;
  const creditable = { customerId, country, currency, reason, lines };
  const wanted = { ...after, open: piecesOf(lines), creditable };
  if (customerKind === 'COUNTER_SALE') {
    const summary = `${named(lines)} came back to the counter in ${country}: nobody knows whose it was`;
    const worth = { amount: worthOf(lines, currency), currency };
    const about = { about: [id], channel, messageId, intakeId: id };
    return {
      state: { ...wanted, told: true },
      commands: [...repaired, recordAnomaly({ kind: 'UNMATCHED_CANCELLATION', ...about, ...worth, summary })],
    };
  }
  const head = { customerId, intakeId: id, messageId, currency, happenedAt: occurredAt.toISOString() };
  return { state: wanted, commands: [...repaired, send(purchasesCommands.MatchCancellation, { ...head, lines })] };
};

const unmatched = (state: MessageInTake, event: Of<'CancellationUnmatched'>): Reaction<MessageInTake> => {
  const { intakeId, messageId, currency, lines, candidates } = event.data;
  const summary = `No order was found for ${named(lines)}`;
  const about = { about: [intakeId], channel: state.channel, messageId, intakeId, customerId: event.id };
  const worth = { amount: worthOf(lines, currency), currency };
  return {
    state: { ...state, told: true, ...(state.creditable && { creditable: { ...state.creditable, lines } }) },
    commands: state.told
      ? []
      : [recordAnomaly({ kind: 'UNMATCHED_CANCELLATION', ...about, ...worth, candidates, summary })],
  };
};

const matched = (state: MessageInTake, { data }: Of<'CancellationMatched'>): Reaction<MessageInTake> => {
  const open = state.open - piecesOf(data.matches);
  const over = open <= 0 && state.told && !data.byHand;
  return {
    state: { ...state, open },
    commands: over
      ? [settleAnomaly('UNMATCHED_CANCELLATION', [data.intakeId], 'MATCHED', 'The order that it belongs to has come')]
      : [],
  };
};

/** What could not be credited of it is told to a person, with its amount. */
const credited = (state: MessageInTake, { id, data }: Of<'CancellationCredited'>): readonly CommandMessage[] => {
  const { matchId, orderId, currency, asked, cancelled } = data;
  const amount = asked - data.credited - cancelled;
  if (amount <= 0) return [];
  const summary = `${formatMoney({ amount, currency })} of ${formatMoney({ amount: asked, currency })} could not be credited: no more is left of what the order was invoiced for`;
  const about = { about: [id, matchId], channel: state.channel, intakeId: id, orderId };
  return [recordAnomaly({ kind: 'REFUSED', ...about, amount, currency, summary })];
};

/** What the file does not say is not taxed: as an order of such a channel is. */
const NO_TAX = { taxCode: 'NOT_STATED', taxRate: '0' } as const;

/** A person decided to credit what no order was found for. */
const credit = ({ channel, creditable }: MessageInTake, { data }: Of<'AnomalyResolved'>): readonly CommandMessage[] => {
  const { intakeId, kind, resolution } = data;
  if (kind !== 'UNMATCHED_CANCELLATION' || resolution !== 'CREDIT_NOTE' || !creditable || intakeId === null) return [];
  const { customerId, country, currency, reason, lines } = creditable;
  return [
    send(creditNoteCommands.IssueStandaloneCreditNote, {
      ...{ creditNoteId: derivedId('credit', intakeId), customerId, currency, prices: 'NET', channel, reason },
      // Who it is stands with the customer; the message names the country at most.
      customerName: null,
      billingAddress: country === '' ? null : { country },
      lines: lines.map(({ sku, description, quantity, unitPrice }) => ({
        ...{ code: sku, description: description ?? sku, quantity, unitPrice },
        ...NO_TAX,
      })),
    }),
  ];
};

/** Tells people of messages that cannot be taken, and looks for the orders of cancellations that name none. */
export const messagesProcess = defineProcess({
  name: 'intake.message',
  startFrom: 'beginning',
  events,
  instance: (event) => ('intakeId' in event.data ? event.data.intakeId : null) ?? event.id,
  initial: { channel: '', unread: null, open: 0, told: false } as MessageInTake,
  waits: {
    match: { for: 'the order that a cancellation belongs to', deadline: { minutes: 10 }, late: 'alarm' },
  },
  /** Once a person was told, it is theirs: an anomaly is no process that hangs. */
  waiting: ({ open, told }) => (open > 0 && !told ? ['match'] : []),
  react: (state, event): Reaction<MessageInTake> => {
    switch (event.type) {
      case 'MessageUnreadable':
        return unread(state, event);
      case 'MessageReceived':
        return received(state, event);
      case 'MessageConflicted': {
        const { channel, messageId, fingerprint } = event.data;
        const summary = `Message ${messageId} came again with other content: the first one counts`;
        const about = { about: [event.id, fingerprint], channel, messageId, intakeId: event.id };
        return { state, commands: [recordAnomaly({ kind: 'CONTENT_CONFLICT', ...about, summary })] };
      }
      case 'CancellationUnmatched':
        return unmatched(state, event);
      case 'CancellationMatched':
        return matched(state, event);
      case 'CancellationCredited':
        return { state, commands: credited(state, event) };
      case 'AnomalyResolved':
        return { state, commands: credit(state, event) };
    }
  },
});
