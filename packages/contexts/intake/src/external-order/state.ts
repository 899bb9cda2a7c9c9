import type { ExternalOrderEvent } from './events.ts';
import type { MessageRef, OrderContent, OrderMessage } from './message.ts';

export type ParkedWhy = Extract<ExternalOrderEvent, { type: 'OrderMessageParked' }>['data']['why'];

/** An order as its channel tells it: what has come, what of it had an effect, what waits. */
export interface ExternalOrder {
  readonly stage: 'WAITING' | 'TAKEN' | 'CANCELLED';
  readonly about: { readonly channel: string; readonly externalOrderId: string } | null;
  /** Every message that came, once. */
  readonly messages: readonly MessageRef[];
  readonly parked: readonly (OrderMessage & { readonly why: ParkedWhy })[];
  /** What the order is now; null before it was taken and once it is cancelled. */
  readonly content: OrderContent | null;
  /** The message that the content comes of. */
  readonly latest: MessageRef | null;
  /** Numbers that nobody waits for any more. */
  readonly skipped: readonly number[];
}

export const unheardOf: ExternalOrder = {
  stage: 'WAITING',
  about: null,
  messages: [],
  parked: [],
  content: null,
  latest: null,
  skipped: [],
};

const withRefs = (order: ExternalOrder, refs: readonly MessageRef[]): ExternalOrder => {
  const named = new Set(refs.map(({ intakeId }) => intakeId));
  const rest = order.messages.filter(({ intakeId }) => !named.has(intakeId));
  return {
    ...order,
    messages: [...rest, ...refs],
    parked: order.parked.filter(({ intakeId }) => !named.has(intakeId)),
  };
};

type WithContent = Extract<ExternalOrderEvent, { type: 'ExternalOrderTaken' | 'ExternalOrderChanged' }>;
const contentOf = ({ data }: WithContent): OrderContent => {
  const { customerId, customerNumber, customerKind, country, currency, prices, lines, customer, deliveryAddress } =
    data;
  return { customerId, customerNumber, customerKind, country, currency, prices, lines, customer, deliveryAddress };
};

export const evolve = (order: ExternalOrder, event: ExternalOrderEvent): ExternalOrder => {
  const { channel, externalOrderId } = event.data;
  const known: ExternalOrder = { ...order, about: { channel, externalOrderId } };
  switch (event.type) {
    case 'OrderMessageParked': {
      const { message, content, customer, deliveryAddress, reason, why } = event.data;
      const parked = { ...message, content: content && { ...content, customer, deliveryAddress }, reason, why };
      const after = withRefs(known, [message]);
      return { ...after, parked: [...after.parked, parked] };
    }
    case 'OrderMessageNoted': {
      const { message, why } = event.data;
      const after = withRefs(known, [message]);
      // It says what the order is already, and is the newest to say so.
      return why === 'SAME_AGAIN' && message.kind === 'CHANGE' ? { ...after, latest: message } : after;
    }
    case 'ExternalOrderTaken':
    case 'ExternalOrderChanged': {
      const { messages } = event.data;
      return {
        ...withRefs(known, messages),
        stage: 'TAKEN',
        content: contentOf(event),
        latest: messages.at(-1) ?? known.latest,
      };
    }
    case 'ExternalOrderTakenAsCancelled':
    case 'ExternalOrderCancelled':
      return { ...withRefs(known, event.data.messages), stage: 'CANCELLED', content: null, latest: null, parked: [] };
    case 'SequenceGapSkipped':
      return { ...known, skipped: [...known.skipped, ...event.data.missing] };
    case 'SequenceGapTimedOut':
      return known;
  }
};
