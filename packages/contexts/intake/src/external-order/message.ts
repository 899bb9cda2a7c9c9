import type { PriceBasis } from '@waybill/kernel';
import type { Address } from '@waybill/sales/contract';
import type { ReadMessage } from '../message/commands.ts';
import type { ContentLine } from '../message/content.ts';

/** A message as its order knows it. */
export interface MessageRef {
  readonly intakeId: string;
  readonly messageId: string;
  readonly kind: 'ORDER' | 'CHANGE' | 'CANCELLATION';
  readonly sequence: number | null;
  /** ISO 8601, UTC. */
  readonly happenedAt: string;
}

/** What an order is to be. Who it is for is null once that person is forgotten. */
export interface OrderContent {
  readonly customerId: string;
  readonly customerNumber: string;
  readonly customerKind: 'BUSINESS' | 'COUNTER_SALE';
  readonly country: string;
  readonly currency: string;
  readonly prices: PriceBasis;
  readonly lines: ContentLine[];
  readonly customer: { readonly name: string; readonly email: string | null; readonly address: Address } | null;
  readonly deliveryAddress: Address | null;
}

/** A message with what it says: an ORDER or a CHANGE has content, a CANCELLATION a reason. */
export interface OrderMessage extends MessageRef {
  readonly content: OrderContent | null;
  readonly reason: string;
}

/** A message on its way to its order. */
export type FiledMessage = ReadMessage & {
  readonly intakeId: string;
  readonly messageId: string;
  readonly channel: string;
  readonly externalOrderId: string;
};

export const refOf = ({ intakeId, messageId, kind, sequence, happenedAt }: MessageRef): MessageRef => ({
  intakeId,
  messageId,
  kind,
  sequence,
  happenedAt,
});

/** In the order of the business: by the channel's numbers where both have one, else by when it happened. */
export const byOccurrence = (one: MessageRef, other: MessageRef): number => {
  if (one.sequence !== null && other.sequence !== null && one.sequence !== other.sequence)
    return one.sequence - other.sequence;
  if (one.happenedAt !== other.happenedAt) return one.happenedAt < other.happenedAt ? -1 : 1;
  return one.messageId < other.messageId ? -1 : Number(one.messageId > other.messageId);
};
