import { createSchema, createYoga } from 'graphql-yoga';
import { beforeEach, expect, it } from 'vitest';
import type { GraphContext } from '../context.ts';
import { frameOf } from './frames.ts';
import { sharedExecutionPlugin } from './shared-execution.ts';

/** Every subscriber gets the same object, as the hub's subscribers do. */
let message = { id: 'o-1' };
let executions = 0;
beforeEach(() => {
  message = { id: 'o-1' };
  executions = 0;
});

const typeDefs = `
  type Query { _: Boolean }
  type Message { id: ID! text(language: String): String! }
  type Subscription { messages(after: String): Message! }`;
const resolvers = {
  Message: {
    text: (_message: object, { language }: { language?: string }) => {
      executions += 1;
      return `hello in ${language ?? 'English'}`;
    },
  },
  Subscription: {
    messages: {
      async *subscribe() {
        yield message;
      },
      resolve: (payload: object) => payload,
    },
  },
};
const yoga = createYoga<{ rights: string }, GraphContext>({
  schema: createSchema({ typeDefs, resolvers }) as never,
  plugins: [sharedExecutionPlugin()],
  logging: false,
});

const ask = async (query: string, variables: object = {}, rights = 'all'): Promise<object> => {
  const request = { method: 'POST', url: '/graphql', headers: new Headers() } as Request;
  const results = await yoga.getResultForParams(
    { params: { query, variables: { ...variables } }, request },
    { rights },
  );
  for await (const result of results as AsyncIterable<object>) return result;
  throw new Error('No message came');
};
const TEXT =
  'subscription ($after: String, $language: String) { messages(after: $after) { text(language: $language) } }';

it('executes a message once for all who asked for the same, and writes it out once', async () => {
  const results = await Promise.all([ask(TEXT), ask(TEXT), ask(TEXT)]);
  expect(results[0]).toMatchObject({ data: { messages: { text: 'hello in English' } } });
  expect(new Set(results).size).toBe(1);
  expect(new Set(results.map(frameOf)).size).toBe(1);
  expect(executions).toBe(1);
});

it('shares among subscribers who began at different places', async () => {
  await Promise.all([ask(TEXT, { after: '1' }), ask(TEXT, { after: '2' })]);
  expect(executions).toBe(1);
});

type Asked = readonly [query: string, variables: object, rights?: string];
const differences: readonly (readonly [why: string, one: Asked, other: Asked])[] = [
  ['asks for something else', [TEXT, {}], ['subscription { messages { text id } }', {}]],
  ['is answered otherwise', [TEXT, { language: 'French' }], [TEXT, { language: 'German' }]],
  ['may see something else', [TEXT, {}, 'sales'], [TEXT, {}, 'auditor']],
];
it.each(differences)('executes for itself who %s', async (_why, one, other) => {
  await Promise.all([ask(...one), ask(...other)]);
  expect(executions).toBe(2);
});
