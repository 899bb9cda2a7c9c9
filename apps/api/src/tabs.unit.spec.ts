import { parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { schema } from './schema.ts';
import { tabs } from './tabs.ts';

it.each(tabs.map(({ query, variables }) => [query.split('\n')[0], query, variables] as const))(
  'the example can be sent as it is: %s',
  (_title, query, variables) => {
    expect(validate(schema, parse(query))).toEqual([]);
    expect(() => JSON.parse(variables ?? '{}')).not.toThrow();
  },
);
