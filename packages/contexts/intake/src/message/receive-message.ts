import { type CommandData, type DecisionContext, defineJointCommand } from '@waybill/engine';
import { accept, type Decision, nothing, refuse } from '@waybill/kernel';
import type { ExternalOrderEvent } from '../external-order/events.ts';
import { externalOrder } from '../external-order/external-order.ts';
import { fileMessage } from '../external-order/file-message.ts';
import type { ExternalOrder } from '../external-order/state.ts';
import { intakeMessageCommands, type ReadMessage } from './commands.ts';
import type { IntakeMessageEvent } from './events.ts';
import { type IntakeMessage, intakeMessage } from './intake-message.ts';
import { MessageNotRepairable } from './refusals.ts';

type Received = CommandData<typeof intakeMessageCommands.ReceiveMessage>;
type Happened =
  | { readonly on: 'self'; readonly event: IntakeMessageEvent }
  | { readonly on: 'order'; readonly event: ExternalOrderEvent };

/** How far ahead of this house's clock a channel's may be. */
const AHEAD = 5 * 60_000;
const isAhead = ({ happenedAt }: ReadMessage, now: Date): boolean => Date.parse(happenedAt) > now.getTime() + AHEAD;

const companions = ({ orderId }: Received): { readonly order?: readonly [typeof externalOrder, string] } =>
  orderId === null ? {} : { order: [externalOrder, orderId] };

const kept = ({ channel, messageId, fingerprint, personId, text, read }: Received) => ({
  channel,
  messageId,
  fingerprint,
  personId,
  text: text ?? (read && JSON.stringify(read)),
});

const unreadable = (message: Received, code: string, reason: string): Happened => ({
  on: 'self',
  event: { type: 'MessageUnreadable', data: { ...kept(message), code, reason } },
});

/** The message, and what its order makes of it, in one append. */
const take = (
  message: Received,
  order: ExternalOrder | undefined,
  repaired: boolean,
  now: Date,
): Decision<Happened> => {
  const { channel, messageId, fingerprint, intakeId, orderId, read, problem } = message;
  if (!read) return accept(unreadable(message, problem?.code ?? 'UNREADABLE', problem?.reason ?? 'it says nothing'));
  if (isAhead(read, now)) {
    const reason = `It says that it happened at ${read.happenedAt}, which is more than 5 minutes ahead`;
    return accept(unreadable(message, 'OCCURRED_AHEAD', reason));
  }
  const { kind, externalOrderId, sequence, happenedAt } = read;
  const credit = kind === 'CANCELLATION' && read.credit ? { reason: read.reason, ...read.credit } : null;
  const occurredAt = new Date(happenedAt);
  const received: Happened = {
    on: 'self',
    event: {
      type: 'MessageReceived',
      data: { channel, messageId, fingerprint, kind, orderId, externalOrderId, sequence, repaired, credit },
      occurredAt,
    },
  };
  if (!order || externalOrderId === null) return accept(received);
  const filed = fileMessage(order, { ...read, intakeId, messageId, channel, externalOrderId });
  return accept<Happened>(
    received,
    ...filed.map((event) => ({ on: 'order', event: { ...event, occurredAt } }) as const),
  );
};

const known = ({ fingerprint, conflicts }: IntakeMessage, message: Received): boolean =>
  fingerprint === message.fingerprint || conflicts.includes(message.fingerprint);

/**
 * Keeps a message at once, whatever it says. The same again is nothing; another under the same id is kept beside it and
 * waits for a person.
 */
export const receiveMessage = defineJointCommand({
  command: intakeMessageCommands.ReceiveMessage,
  owner: intakeMessage,
  companions,
  decide: (message: Received, { self, order }, { now }: DecisionContext): Decision<Happened> => {
    if (known(self, message)) return nothing;
    if (self.status !== 'NEW')
      return accept<Happened>({ on: 'self', event: { type: 'MessageConflicted', data: kept(message) } });
    return take(message, order, false, now);
  },
});

/** A message that could not be taken, corrected or read again. What it said before stays in its history. */
export const repairMessage = defineJointCommand({
  command: intakeMessageCommands.RepairMessage,
  owner: intakeMessage,
  companions,
  decide: (message: Received, { self, order }, { now }: DecisionContext): Decision<Happened> => {
    const { messageId } = message;
    if (self.status === 'RECEIVED' && self.fingerprint === message.fingerprint) return nothing;
    if (self.status !== 'UNREADABLE') return refuse(MessageNotRepairable({ messageId, status: self.status }));
    return take(message, order, true, now);
  },
});
