import { type ResolveCursorConnectionArgs, resolveCursorConnection } from '@pothos/plugin-relay';
import { GraphQLError } from 'graphql';
import { builder } from '../builder.ts';
import { DeadLetterRef } from './dead-letter-ref.ts';
import { countLetters, type DeadLetterRow, findLetters, letterById } from './find-letters.ts';

export const letterId = (text: string): number | undefined => (/^\d{1,15}$/.test(text) ? Number(text) : undefined);

const idOf = (cursor: string | undefined): number | undefined => {
  const id = cursor === undefined ? undefined : letterId(cursor);
  if (cursor === undefined || id !== undefined) return id;
  throw new GraphQLError('A cursor of dead letters is one that this API gave.', {
    extensions: { code: 'BAD_USER_INPUT' },
  });
};

builder.queryField('deadLetters', (t) =>
  t.connection(
    {
      type: DeadLetterRef,
      description:
        'Events that a consumer could not take, newest first: those that wait for a decision, or the decided.',
      args: { consumer: t.arg.string(), resolved: t.arg.boolean({ defaultValue: false }) },
      resolve: async (_root, { consumer, resolved, ...args }, { pool }) => {
        const filter = { consumer: consumer || null, resolved: resolved ?? false };
        const connection = await resolveCursorConnection(
          { args, defaultSize: 25, maxSize: 100, toCursor: ({ id }: DeadLetterRow) => String(id) },
          ({ before, after, limit, inverted }: ResolveCursorConnectionArgs) =>
            findLetters(pool, filter, {
              below: idOf(after),
              above: idOf(before),
              limit,
              order: inverted ? 'oldest first' : 'newest first',
            }),
        );
        return { ...connection, filter };
      },
    },
    {
      name: 'DeadLetterConnection',
      fields: (f) => ({
        totalCount: f.int({ resolve: ({ filter }, _args, { pool }) => countLetters(pool, filter) }),
      }),
    },
    { name: 'DeadLetterEdge' },
  ),
);

builder.queryField('deadLetter', (t) =>
  t.field({
    type: DeadLetterRef,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, { pool }) => {
      const number = letterId(String(id));
      return number === undefined ? null : ((await letterById(pool, number)) ?? null);
    },
  }),
);
