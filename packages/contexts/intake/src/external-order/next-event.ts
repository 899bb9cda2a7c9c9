import { changesBetween } from './changes.ts';
import type { ExternalOrderEvent } from './events.ts';
import { byOccurrence, type MessageRef, type OrderContent, type OrderMessage, refOf } from './message.ts';
import { isBehindGap, missingNumbers } from './sequence-gap.ts';
import type { ExternalOrder } from './state.ts';

export type About = NonNullable<ExternalOrder['about']>;
type WithContent = OrderMessage & { readonly content: OrderContent };

const hasContent = (message: OrderMessage): message is WithContent => message.content !== null;

/** A change follows its order, whatever the clocks say. */
const byContent = (one: MessageRef, other: MessageRef): number =>
  one.kind === other.kind ? byOccurrence(one, other) : one.kind === 'ORDER' ? -1 : 1;

/** What the channel has not sent yet, as far as somebody still waits for it. */
export const gapOf = (order: ExternalOrder, pending: readonly MessageRef[]): readonly number[] =>
  missingNumbers([...order.messages, ...pending]).filter((number) => !order.skipped.includes(number));

export const refsOf = (messages: readonly MessageRef[], by = byOccurrence): MessageRef[] =>
  [...messages].sort(by).map(refOf);

const takeOrder = (
  about: About,
  pending: readonly OrderMessage[],
  ready: readonly OrderMessage[],
): ExternalOrderEvent | null => {
  const first = ready.filter(({ kind }) => kind === 'ORDER').sort(byOccurrence)[0];
  if (!first) return null;
  const told = [first, ...ready.filter(({ kind }) => kind === 'CHANGE')].filter(hasContent).sort(byContent);
  const newest = told.at(-1);
  if (!newest) return null;
  const cancellation = pending.filter(({ kind }) => kind === 'CANCELLATION').sort(byOccurrence)[0];
  // However it is numbered: nothing is begun for an order that is known to be cancelled.
  if (cancellation) {
    const data = { ...about, ...newest.content, messages: refsOf(pending), reason: cancellation.reason };
    return { type: 'ExternalOrderTakenAsCancelled', data };
  }
  return { type: 'ExternalOrderTaken', data: { ...about, ...newest.content, messages: refsOf(told, byContent) } };
};

export const parkedFor = (
  about: About,
  message: OrderMessage,
  why: Extract<ExternalOrderEvent, { type: 'OrderMessageParked' }>['data']['why'],
  detail: string,
): ExternalOrderEvent => {
  const { content, reason } = message;
  const { customer, deliveryAddress, ...kept } = content ?? { customer: null, deliveryAddress: null };
  return {
    type: 'OrderMessageParked',
    data: {
      ...about,
      message: refOf(message),
      why,
      detail,
      customerId: content?.customerId ?? message.intakeId,
      content: 'lines' in kept ? kept : null,
      customer,
      deliveryAddress,
      reason,
    },
  };
};

const note = (
  about: About,
  message: MessageRef,
  why: 'SUPERSEDED' | 'SAME_AGAIN' | 'AFTER_CANCELLATION',
): ExternalOrderEvent => ({ type: 'OrderMessageNoted', data: { ...about, message: refOf(message), why } });

const isNothing = ({ cancelled, addressChanged, impossible }: ReturnType<typeof changesBetween>): boolean =>
  cancelled.length === 0 && !addressChanged && impossible.length === 0;

const changeOrder = (
  about: About,
  now: OrderContent,
  latest: MessageRef | null,
  changes: readonly WithContent[],
): ExternalOrderEvent | null => {
  const newest = changes.at(-1);
  if (!newest) return null;
  const [oldest = newest] = changes;
  if (latest && byContent(oldest, latest) < 0) return note(about, oldest, 'SUPERSEDED');
  // The ones before the newest are overtaken by it.
  if (oldest !== newest) return note(about, oldest, 'SUPERSEDED');
  const changed = changesBetween(now, newest.content);
  if (isNothing(changed)) return note(about, newest, 'SAME_AGAIN');
  const { cancelled, addressChanged, impossible } = changed;
  if (impossible.length > 0) return parkedFor(about, newest, 'CHANGE_NOT_POSSIBLE', impossible.join('; '));
  const data = { ...about, ...newest.content, messages: [refOf(newest)], cancelled: [...cancelled], addressChanged };
  return { type: 'ExternalOrderChanged', data };
};

const secondOrder = (about: About, now: OrderContent, message: WithContent): ExternalOrderEvent =>
  isNothing(changesBetween(now, message.content))
    ? note(about, message, 'SAME_AGAIN')
    : parkedFor(about, message, 'SECOND_ORDER', 'another order came under the number of this one');

/** The next thing that follows from what is known, or null where all that waits goes on waiting. */
export const nextEvent = (
  order: ExternalOrder,
  about: About,
  pending: readonly OrderMessage[],
): ExternalOrderEvent | null => {
  const missing = gapOf(order, pending);
  const ready = pending.filter((message) => !isBehindGap(message, missing));
  const [first] = pending;
  switch (order.stage) {
    case 'WAITING':
      return takeOrder(about, pending, ready);
    case 'CANCELLED':
      return first ? note(about, first, 'AFTER_CANCELLATION') : null;
    case 'TAKEN': {
      const { content, latest } = order;
      if (!content) return null;
      const cancellation = ready.find(({ kind }) => kind === 'CANCELLATION');
      if (cancellation) {
        const { customerId } = content;
        const data = { ...about, messages: refsOf(pending), customerId, reason: cancellation.reason };
        return { type: 'ExternalOrderCancelled', data };
      }
      const again = ready.filter(hasContent).find(({ kind }) => kind === 'ORDER');
      if (again) return secondOrder(about, content, again);
      const changes = ready.filter(hasContent).sort(byContent);
      return changeOrder(about, content, latest, changes);
    }
  }
};
