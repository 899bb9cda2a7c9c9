import type { Chosen } from '../events/event-filter.ts';
import { suggestionsFor } from '../events/filter-suggestions.ts';

const words = /^[A-Za-z][A-Za-z ]*$/;

/** 'place order' → 'PlaceOrder' */
const typeOf = (text: string): string =>
  text
    .trim()
    .split(/\s+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/** What a typed text may mean: a type that was seen, one that is spelled out, a stream, a story, somebody. */
export const commandSuggestionsFor = (text: string, seen: readonly string[]): Chosen[] => {
  const found = suggestionsFor(text, seen);
  const spelled = words.test(text.trim()) ? typeOf(text) : '';
  if (!spelled || found.some(({ name, value }) => name === 'type' && value === spelled)) return found;
  return [...found, { name: 'type', value: spelled }];
};
