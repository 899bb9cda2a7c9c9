import { GraphQLError } from 'graphql';
import type { Place } from './find-receivables.ts';

export const cursorOf = ({ currency, overdue, open, customerId }: Place): string =>
  [currency, overdue, open, customerId].join('_');

/** Null where a page begins at the top. */
export const placeOf = (cursor: string | null | undefined): Place | null => {
  if (cursor == null) return null;
  const [, currency, overdue, open, customerId] = /^([^_]+)_(\d{1,15})_(\d{1,15})_(.+)$/.exec(cursor) ?? [];
  if (currency && customerId) return { currency, overdue: Number(overdue), open: Number(open), customerId };
  throw new GraphQLError('A cursor of receivables is one that this API gave.', {
    extensions: { code: 'BAD_USER_INPUT' },
  });
};
