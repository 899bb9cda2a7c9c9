import { formatName } from '../../../lib/format.ts';
import type { Chosen } from './event-filter.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** order-<uuid>, invoiceSeries-2026 */
const stream = /^[a-z][A-Za-z]*-\S+$/;
const most = 8;

/** What a typed text may mean, the likeliest first: a type, a stream, a story, somebody. */
export const suggestionsFor = (text: string, types: readonly string[]): Chosen[] => {
  const typed = text.trim();
  if (!typed) return types.slice(0, most).map((value) => ({ name: 'type', value }));
  if (uuid.test(typed)) return [{ name: 'correlation', value: typed.toLowerCase() }];
  if (stream.test(typed)) return [{ name: 'stream', value: typed }];
  const words = typed.toLowerCase().split(/\s+/);
  const found = types.filter((type) => words.every((word) => formatName(type).toLowerCase().includes(word)));
  // A name in one piece, as the code writes it, is found as well.
  const exact = types.filter((type) => type.toLowerCase().includes(typed.toLowerCase()));
  const values = [...new Set([...found, ...exact])].slice(0, most);
  return [...values.map((value): Chosen => ({ name: 'type', value })), { name: 'actor', value: typed }];
};
