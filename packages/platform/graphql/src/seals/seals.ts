import { type ResolveCursorConnectionArgs, resolveCursorConnection } from '@pothos/plugin-relay';
import { type ListedSeal, listSeals } from '@waybill/event-store/seals';
import { GraphQLError } from 'graphql';
import { builder } from '../builder.ts';
import { SealRef } from './seal-ref.ts';

const numberOf = (cursor: string | null | undefined): number | undefined => {
  if (cursor === undefined || cursor === null) return undefined;
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw new GraphQLError('A cursor of seals is one that this API gave.', { extensions: { code: 'BAD_REQUEST' } });
};

builder.queryField('seals', (t) =>
  t.connection(
    {
      type: SealRef,
      description: 'The seals of the log, newest first.',
      resolve: (_root, args, { pool }) =>
        resolveCursorConnection(
          { args, defaultSize: 25, maxSize: 100, toCursor: ({ number }: ListedSeal) => String(number) },
          ({ before, after, limit, inverted }: ResolveCursorConnectionArgs) =>
            listSeals(pool, {
              below: numberOf(after),
              above: numberOf(before),
              limit,
              order: inverted ? 'oldest first' : 'newest first',
            }),
        ),
    },
    {
      name: 'SealConnection',
      fields: (f) => ({
        totalCount: f.int({
          resolve: async (_connection, _args, { pool }) => {
            const { rows } = await pool.query<{ seals: number }>('select count(*)::int as seals from es.seals');
            return rows[0]?.seals ?? 0;
          },
        }),
      }),
    },
    { name: 'SealEdge' },
  ),
);
