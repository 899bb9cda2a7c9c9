import { derivedId } from '@waybill/kernel';
import type { z } from 'zod';
import type { ChannelFacts } from '../channel/events.ts';
import type { ReadMessage } from '../message/commands.ts';
import type { ContentLine } from '../message/content.ts';
import { contentValue, type Envelope } from './envelope.ts';
import { type IncomingLine, incomingCancellation, incomingHead, incomingOrder } from './incoming.ts';

export interface Problem {
  readonly code: string;
  readonly reason: string;
}
export type Reading = { readonly read: ReadMessage } | { readonly problem: Problem };
type Head = z.output<typeof incomingHead>;

/** Why something cannot be read, with the place of its first fault. */
const faultOf = (where: string, { issues }: z.ZodError): Reading => {
  const [issue] = issues;
  const path = [where, ...(issue?.path.map(String) ?? [])].filter((part) => part !== '').join('.');
  return { problem: { code: 'UNREADABLE', reason: `${path || 'The message'}: ${issue?.message ?? 'cannot be read'}` } };
};
const problem = (code: string, reason: string): Reading => ({ problem: { code, reason } });

/** A customer is the channel's; the counter sale of a country is nobody, and the same nobody every time. */
export const customerIdOf = (
  channel: string,
  { kind, number, country }: { readonly kind: string; readonly number: string; readonly country: string },
): string =>
  kind === 'COUNTER_SALE'
    ? derivedId('customer', channel, 'counter-sale', country)
    : derivedId('customer', channel, number);

const lineOf = (line: IncomingLine, index: number): ContentLine => ({
  lineId: line.lineId ?? `L${index + 1}`,
  kind: line.kind ?? 'GOODS',
  sku: line.sku.toUpperCase(),
  description: line.description ?? null,
  quantity: line.quantity,
  unitPrice: line.unitPrice ?? null,
  taxCode: line.taxCode ?? null,
  taxRate: line.taxRate ?? null,
  weightGrams: line.weightGrams ?? null,
});

const headOf = ({ externalOrderId, sequence, happenedAt }: Head) => ({
  externalOrderId: externalOrderId ?? null,
  sequence: sequence ?? null,
  happenedAt: new Date(happenedAt).toISOString(),
});

const readOrder = (channel: ChannelFacts, head: Head, value: unknown): Reading => {
  const { externalOrderId } = head;
  if (!externalOrderId) return problem('UNREADABLE', 'externalOrderId: an order and its changes must name the order');
  const order = incomingOrder.safeParse(value);
  if (!order.success) return faultOf('content', order.error);
  const { customer, deliveryAddress, currency, prices, lines } = order.data;
  const named = lines.map(lineOf);
  if (new Set(named.map(({ lineId }) => lineId)).size < named.length)
    return problem('UNREADABLE', 'content.lines: two lines have the same lineId');
  const { number, name, email, address } = customer;
  const kind = customer.kind ?? 'BUSINESS';
  const { country } = address;
  const content = {
    customerId: customerIdOf(channel.channel, { kind, number, country }),
    customerNumber: number,
    customerKind: kind,
    country,
    currency: currency ?? channel.currency,
    prices: prices ?? 'NET',
    lines: named,
    customer: { name, email: email ?? null, address },
    deliveryAddress: deliveryAddress ?? address,
  };
  return { read: { kind: head.kind === 'CHANGE' ? 'CHANGE' : 'ORDER', ...headOf(head), externalOrderId, content } };
};

const readCancellation = (channel: ChannelFacts, head: Head, value: unknown): Reading => {
  const cancellation = incomingCancellation.safeParse(value ?? {});
  if (!cancellation.success) return faultOf('content', cancellation.error);
  const { reason, customer, lines, currency } = cancellation.data;
  const said = { kind: 'CANCELLATION', ...headOf(head), reason: reason ?? `Cancelled by ${channel.name}` } as const;
  if (said.externalOrderId !== null && lines)
    return problem('UNREADABLE', 'content.lines: a cancellation of an order is of all of it; send a CHANGE for less');
  if (said.externalOrderId !== null) return { read: { ...said, credit: null } };
  if (!customer || !lines)
    return problem('UNREADABLE', 'content: a cancellation without an order must name its customer and its lines');
  const kind = customer.kind ?? 'BUSINESS';
  const country = customer.country ?? '';
  const credit = {
    customerId: customerIdOf(channel.channel, { kind, number: customer.number, country }),
    customerKind: kind,
    country,
    currency: currency ?? channel.currency,
    lines: lines.map((line, index) => {
      const { lineId, kind, sku, description, quantity } = lineOf(line, index);
      return { lineId, kind, sku, description, quantity, unitPrice: line.unitPrice };
    }),
  };
  return { read: { ...said, credit } };
};

/** Puts a message into the words of this house, or says why that cannot be. Pure. */
export const readMessage = (message: Envelope, channel: ChannelFacts | null): Reading => {
  if (!channel)
    return problem('UNREADABLE', `channel: nobody registered ${message.channel}; register it, then have it read again`);
  const head = incomingHead.safeParse(message);
  if (!head.success) return faultOf('', head.error);
  const value = contentValue(message.content);
  if (typeof value === 'string') return problem('UNREADABLE', 'content: it is no JSON');
  return head.data.kind === 'CANCELLATION'
    ? readCancellation(channel, head.data, value)
    : readOrder(channel, head.data, value);
};
