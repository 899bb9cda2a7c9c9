import { defineProjection, type EventOf, type Recorded } from '@waybill/engine';
import { externalOrderEvents } from '../external-order/events.ts';
import { intakeMessageEvents } from '../message/events.ts';
import { purchasesEvents } from '../purchases/events.ts';
import { worthOf } from '../purchases/worth.ts';

/** A row of intake.messages. */
export interface MessageRow {
  readonly intakeId: string;
  readonly channel: string;
  readonly messageId: string;
  readonly kind: 'ORDER' | 'CHANGE' | 'CANCELLATION' | null;
  readonly status: 'RECEIVED' | 'PARKED' | 'UNREADABLE';
  readonly orderId: string | null;
  readonly externalOrderId: string | null;
  readonly sequence: number | null;
  readonly reason: string | null;
  readonly conflicts: number;
  /** Of a cancellation that names no order: its lines, and those of which something was not found. */
  readonly creditLines: number;
  readonly openLines: number;
  /** Minor units of what was found, and of what was not. */
  readonly matched: number;
  readonly open: number;
  /** Minor units of what was found, and then credited or cancelled. */
  readonly credited: number;
  readonly happenedAt: string | null;
  readonly receivedAt: string;
}

const events = [
  intakeMessageEvents.MessageReceived,
  intakeMessageEvents.MessageUnreadable,
  intakeMessageEvents.MessageConflicted,
  intakeMessageEvents.CancellationCredited,
  externalOrderEvents.OrderMessageParked,
  externalOrderEvents.OrderMessageNoted,
  externalOrderEvents.ExternalOrderTaken,
  externalOrderEvents.ExternalOrderTakenAsCancelled,
  externalOrderEvents.ExternalOrderChanged,
  externalOrderEvents.ExternalOrderCancelled,
  purchasesEvents.CancellationMatched,
  purchasesEvents.CancellationUnmatched,
] as const;
type Heard = Recorded<EventOf<typeof events>>;

const keysOf = ({ id, data }: Heard): readonly string[] => {
  if ('messages' in data) return data.messages.map(({ intakeId }) => intakeId);
  if ('message' in data) return [data.message.intakeId];
  return 'intakeId' in data ? [data.intakeId] : [id];
};

const nothingYet = (row: MessageRow | undefined, { recordedAt }: Heard) => ({
  orderId: null,
  externalOrderId: null,
  sequence: null,
  conflicts: row?.conflicts ?? 0,
  creditLines: 0,
  openLines: 0,
  matched: 0,
  open: 0,
  credited: 0,
  happenedAt: null,
  receivedAt: row?.receivedAt ?? recordedAt.toISOString(),
});

const evolve = (row: MessageRow | undefined, event: Heard, intakeId: string): MessageRow | undefined => {
  switch (event.type) {
    case 'MessageUnreadable': {
      const { channel, messageId, reason } = event.data;
      const said = { intakeId, channel, messageId, kind: null, reason };
      return { ...nothingYet(row, event), ...said, status: 'UNREADABLE' };
    }
    case 'MessageReceived': {
      const { channel, messageId, kind, orderId, externalOrderId, sequence, credit } = event.data;
      const worth = credit ? worthOf(credit.lines, credit.currency) : 0;
      const lines = credit?.lines.length ?? 0;
      return {
        ...nothingYet(row, event),
        ...{ intakeId, channel, messageId, kind, orderId, externalOrderId, sequence },
        // Until an order is found, nothing of it is.
        ...{ creditLines: lines, openLines: lines, open: worth },
        status: 'RECEIVED',
        reason: null,
        happenedAt: event.occurredAt.toISOString(),
      };
    }
    default:
      return row && follow(row, event);
  }
};

const follow = (row: MessageRow, event: Heard): MessageRow => {
  switch (event.type) {
    case 'MessageConflicted':
      return { ...row, conflicts: row.conflicts + 1 };
    case 'OrderMessageParked':
      return { ...row, status: 'PARKED', reason: event.data.detail };
    case 'CancellationMatched': {
      const found = event.data.matches.reduce((sum, { amount }) => sum + amount, 0);
      const left = event.data.byHand
        ? { openLines: 0, open: 0 }
        : { openLines: 0, open: Math.max(0, row.open - found) };
      return { ...row, matched: row.matched + found, ...left };
    }
    case 'CancellationCredited':
      return { ...row, credited: row.credited + event.data.credited + event.data.cancelled };
    case 'CancellationUnmatched':
      return { ...row, openLines: event.data.lines.length };
    default:
      return { ...row, status: 'RECEIVED', reason: null };
  }
};

/** What channels sent, and what became of it. */
export const messages = defineProjection({
  name: 'intake.messages',
  version: 2,
  events,
  table: { schema: 'intake', name: 'messages', key: 'intake_id' },
  freshness: 1_000,
  keys: keysOf,
  evolve,
});
