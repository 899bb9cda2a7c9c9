import { isId } from '@waybill/kernel';
import { GraphQLError } from 'graphql';
import { builder } from '../builder.ts';
import type { CommandState } from '../commands-by-id.ts';
import { CommandOutcome } from './command.ts';

export const CommandFilterInput = builder.inputType('CommandFilter', {
  description: 'All of what is given must hold.',
  fields: (t) => ({
    outcomes: t.field({ type: [CommandOutcome], description: 'Any of these.' }),
    types: t.stringList({ description: 'Any of these: PlaceOrder.' }),
    actor: t.string({ description: "By whom: a person's name, or the id of what acted by itself." }),
    stream: t.string({ description: 'For one aggregate: order-<id>.' }),
    correlationId: t.id({ description: 'Of one story.' }),
    batchId: t.id({ description: 'Queued together.' }),
    from: t.field({ type: 'DateTime', description: 'Decided then or later; queued, where it waits.' }),
    to: t.field({ type: 'DateTime', description: 'Before.' }),
  }),
});

/** What is asked for, with what was left out as null. */
export interface CommandFilter {
  readonly outcomes: readonly CommandState[] | null;
  readonly types: readonly string[] | null;
  readonly actor: string | null;
  readonly stream: string | null;
  readonly correlationId: string | null;
  readonly batchId: string | null;
  readonly from: Date | null;
  readonly to: Date | null;
}

const uuid = (name: string, given: string | null | undefined): string | null => {
  if (!given || isId(given)) return given || null;
  throw new GraphQLError(`filter.${name} is a UUID.`, { extensions: { code: 'BAD_USER_INPUT' } });
};

export const commandFilterOf = (given: typeof CommandFilterInput.$inferInput | null | undefined): CommandFilter => {
  const { outcomes, types, actor, stream, correlationId, batchId, from, to } = given ?? {};
  return {
    outcomes: outcomes?.length ? outcomes : null,
    types: types?.length ? types : null,
    actor: actor || null,
    stream: stream || null,
    correlationId: uuid('correlationId', correlationId),
    batchId: uuid('batchId', batchId),
    from: from ?? null,
    to: to ?? null,
  };
};
