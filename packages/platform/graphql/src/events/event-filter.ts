import { builder } from '../builder.ts';

export const EventFilterInput = builder.inputType('EventFilter', {
  description: 'All of what is given must hold.',
  fields: (t) => ({
    stream: t.string({ description: 'One stream, whole: order-<id>.' }),
    types: t.stringList({ description: 'Any of these types.' }),
    correlationId: t.id({ description: 'Everything that one first command led to.' }),
    actor: t.string({
      description: `By whom: a person's name, or the id of what acted by itself (fulfilment.order). No index leads to it:
a page looks at as many events as \`searchedTo\` says, and the next page goes on from there.`,
    }),
    from: t.field({ type: 'DateTime', description: 'Recorded then or later.' }),
    to: t.field({ type: 'DateTime', description: 'Recorded before.' }),
  }),
});

/** What is asked for, with what was left out as null. */
export interface EventFilter {
  readonly stream: string | null;
  readonly types: readonly string[] | null;
  readonly correlationId: string | null;
  readonly actor: string | null;
  readonly from: Date | null;
  readonly to: Date | null;
}
