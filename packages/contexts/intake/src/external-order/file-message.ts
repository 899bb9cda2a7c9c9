import type { ExternalOrderEvent } from './events.ts';
import type { FiledMessage, OrderMessage } from './message.ts';
import { type About, gapOf, nextEvent, parkedFor } from './next-event.ts';
import { isBehindGap } from './sequence-gap.ts';
import { type ExternalOrder, evolve, type ParkedWhy } from './state.ts';

/** Parked messages that a further message may still set free; the others wait for a person. */
const waits = ({ why }: { readonly why: ParkedWhy }): boolean => why === 'ORDER_MISSING' || why === 'GAP';

interface Settled {
  readonly events: readonly ExternalOrderEvent[];
  readonly order: ExternalOrder;
}

/** Everything that follows from what has come, `incoming` among it. Ends, for every event settles a message. */
export const settle = (before: ExternalOrder, about: About, incoming: readonly OrderMessage[]): Settled => {
  const events: ExternalOrderEvent[] = [];
  let order = before;
  for (;;) {
    const known = new Set(order.messages.map(({ intakeId }) => intakeId));
    const pending = [...order.parked.filter(waits), ...incoming.filter(({ intakeId }) => !known.has(intakeId))];
    const event = nextEvent(order, about, pending);
    if (!event) return { events, order };
    events.push(event);
    order = evolve(order, event);
  }
};

const messageOf = (filed: FiledMessage): OrderMessage => {
  const { intakeId, messageId, kind, sequence, happenedAt } = filed;
  const ref = { intakeId, messageId, kind, sequence, happenedAt };
  return filed.kind === 'CANCELLATION'
    ? { ...ref, content: null, reason: filed.reason }
    : { ...ref, content: filed.content, reason: '' };
};

const park = (order: ExternalOrder, about: About, message: OrderMessage): ExternalOrderEvent => {
  const missing = gapOf(order, [message]);
  const isKnown = [...order.messages, message].some(({ kind }) => kind === 'ORDER');
  return isKnown && isBehindGap(message, missing)
    ? parkedFor(about, message, 'GAP', `waits for number ${missing.join(', ')}`)
    : parkedFor(about, message, 'ORDER_MISSING', 'its order has not come yet');
};

/** What comes of one more message. The same set of messages leads to the same end, in whatever order they come. */
export const fileMessage = (order: ExternalOrder, filed: FiledMessage): readonly ExternalOrderEvent[] => {
  const about = { channel: filed.channel, externalOrderId: filed.externalOrderId };
  const message = messageOf(filed);
  if (order.messages.some(({ intakeId }) => intakeId === message.intakeId)) return [];
  const { events, order: after } = settle(order, about, [message]);
  const settled = after.messages.some(({ intakeId }) => intakeId === message.intakeId);
  return settled ? events : [...events, park(after, about, message)];
};
