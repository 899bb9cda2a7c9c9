import type { Prepare } from '@waybill/engine';
import { derivedId, type Refusal } from '@waybill/kernel';
import type { ChannelFacts } from '../channel/events.ts';
import type { ReadMessage } from '../message/commands.ts';
import { type Envelope, envelope, fingerprintOf, repairable, textOf } from './envelope.ts';
import { readMessage } from './read-message.ts';

export interface IntakePorts {
  readonly channels: { find(channel: string): Promise<ChannelFacts | null> };
  /** What is kept of messages that could not be taken. */
  readonly messages: { find(intakeId: string): Promise<KeptMessage | null> };
}
export interface KeptMessage {
  readonly channel: string;
  readonly messageId: string;
  /** Null once it is read, or where whom it names is forgotten. */
  readonly text: string | null;
}

export const intakeIdOf = (channel: string, messageId: string): string =>
  derivedId('intakeMessage', channel, messageId);
/** The id that an order from outside has in this house. */
export const orderIdOf = (channel: string, externalOrderId: string): string =>
  derivedId('order', channel, externalOrderId);

const customerOf = (read: ReadMessage): string | null =>
  read.kind === 'CANCELLATION' ? (read.credit?.customerId ?? null) : read.content.customerId;

const complete = async (message: Envelope, { channels }: IntakePorts) => {
  const { channel, messageId } = message;
  const intakeId = intakeIdOf(channel, messageId);
  const facts = await channels.find(channel);
  const reading = readMessage(message, facts);
  const known = { intakeId, channel, messageId, fingerprint: fingerprintOf(message), text: textOf(message) };
  if ('problem' in reading)
    return { ...known, orderId: null, personId: intakeId, read: null, problem: reading.problem };
  const { read } = reading;
  // What is long over is sent by the hundred thousand, and once read needs no second copy.
  const text = facts?.historic ? null : known.text;
  const orderId = read.externalOrderId === null ? null : orderIdOf(channel, read.externalOrderId);
  return { ...known, text, orderId, personId: customerOf(read) ?? intakeId, read, problem: null };
};

const invalid = (path: string, reason: string): { readonly kind: 'refused'; readonly refusal: Refusal } => ({
  kind: 'refused',
  refusal: {
    code: 'InvalidInput',
    message: `${path} is not valid (${reason}): correct it and send the command again.`,
    details: { path, reason },
  },
});

/** Reads a message as far as it can be read: only one without a name of its own is refused. */
export const prepareReceiveMessage =
  (ports: IntakePorts): Prepare =>
  async (input) => {
    const message = envelope.safeParse(input);
    if (!message.success) {
      const [issue] = message.error.issues;
      return invalid(issue?.path.join('.') ?? '', issue?.message ?? 'it cannot be read');
    }
    return { kind: 'prepared', data: await complete(message.data, ports) };
  };

const textValues = (text: string | null): Readonly<Record<string, unknown>> =>
  text === null ? {} : (JSON.parse(text) as Record<string, unknown>);

/** `{intakeId, …}`: what is given takes the place of what the message said; what is left out stays as it was. */
export const prepareRepairMessage =
  (ports: IntakePorts): Prepare =>
  async (input) => {
    const intakeId = typeof input.intakeId === 'string' ? input.intakeId : '';
    const kept = await ports.messages.find(intakeId);
    if (!kept) return invalid('intakeId', 'there is no such message');
    const said = textValues(kept.text);
    const fields = repairable.map((field) => [field, input[field] ?? said[field] ?? null]);
    const { channel, messageId } = kept;
    const message: Envelope = { ...envelope.parse({ channel, messageId }), ...Object.fromEntries(fields) };
    return { kind: 'prepared', data: await complete(message, ports) };
  };
