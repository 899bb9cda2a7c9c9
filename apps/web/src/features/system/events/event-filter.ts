import type { EventFilter } from '../../../graphql/generated/documents.ts';

/** What the address of the event browser says, in the order of the chips. */
export const filterNames = ['type', 'stream', 'actor', 'correlation', 'from', 'to'] as const;
export type FilterName = (typeof filterNames)[number];
export type Chosen = { name: FilterName; value: string };

/** `type` holds several, with commas between them. */
export const typesOf = (text: string): string[] => text.split(',').filter(Boolean);

const instant = (text: string): string | null => (Number.isNaN(Date.parse(text)) ? null : new Date(text).toISOString());

/** The filter that an address asks for. What is no instant is left out. */
export const filterOf = (get: (name: FilterName) => string): EventFilter => ({
  types: typesOf(get('type')).length > 0 ? typesOf(get('type')) : null,
  stream: get('stream') || null,
  actor: get('actor') || null,
  correlationId: get('correlation') || null,
  from: instant(get('from')),
  to: instant(get('to')),
});

/** One chip for each thing that was chosen. */
export const chosenOf = (get: (name: FilterName) => string): Chosen[] =>
  filterNames.flatMap((name) => {
    const values = name === 'type' ? typesOf(get(name)) : [get(name)].filter(Boolean);
    return values.map((value) => ({ name, value }));
  });

/** What changes in the address when one more thing is chosen. Types add up, everything else replaces. */
export const withChosen = (get: (name: FilterName) => string, { name, value }: Chosen): Record<string, string> =>
  name === 'type' ? { type: [...new Set([...typesOf(get('type')), value])].join(',') } : { [name]: value };

export const withoutChosen = (get: (name: FilterName) => string, { name, value }: Chosen): Record<string, string> =>
  name === 'type'
    ? {
        type: typesOf(get('type'))
          .filter((one) => one !== value)
          .join(','),
      }
    : { [name]: '' };
