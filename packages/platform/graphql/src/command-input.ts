import type { CommandRequest } from '@waybill/engine';
import { GraphQLError } from 'graphql';
import { builder } from './builder.ts';
import { queueable } from './command-mutation.ts';
import type { GraphContext } from './context.ts';

/** Any command that has a mutation. Its fields are read when the schema is built, after all contexts named theirs. */
export const CommandInput = builder.inputType('CommandInput', {
  description: "One command: a mutation's name with its input.",
  isOneOf: true,
  fields: (t) => Object.fromEntries([...queueable()].map(([name, { input }]) => [name, t.field({ type: input })])),
});

/** What such an input asks for. Throws where its sender may not ask for it. */
export const requestOf = (
  wanted: object,
  { actor, permissions }: Pick<GraphContext, 'actor' | 'permissions'>,
): CommandRequest => {
  const [name = '', input] = Object.entries(wanted)[0] ?? [];
  const command = queueable().get(name);
  if (!command) throw new Error(`There is no command ${name}`);
  const objection = command.whyNot(input as object, permissions);
  if (objection) throw new GraphQLError(objection.message, { extensions: { code: 'FORBIDDEN' } });
  return command.request(input as object, actor);
};
