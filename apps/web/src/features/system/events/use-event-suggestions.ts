import { EventTypesDocument, OrderStreamDocument } from '../../../graphql/generated/documents.ts';
import { useLive } from '../../../live/use-live.ts';
import { events as texts } from '../../../texts/events.ts';
import type { Suggestion } from './filter-bar.tsx';
import { suggestionsFor } from './filter-suggestions.ts';

const orderNumber = /^ORD-\d{4}-\d+$/i;

/** What a text may mean; an order's number is looked up, and stands first. */
export const useEventSuggestions = (text: string): Suggestion[] => {
  const known = useLive(EventTypesDocument, {}, []);
  const number = text.trim().toUpperCase();
  const { data } = useLive(OrderStreamDocument, orderNumber.test(number) ? { number } : null, []);
  const types = known.data?.eventTypes.map(({ type }) => type) ?? [];
  const order = data?.order;
  return [
    ...(order ? [{ name: 'stream' as const, value: `order-${order.id}`, word: texts.everythingOf(order.number) }] : []),
    ...suggestionsFor(text, types),
  ];
};
